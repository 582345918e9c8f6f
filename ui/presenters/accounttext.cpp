// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/presenters/accounttext.h"

#include "core/timetext.h"

#include <QCoreApplication>

namespace zalo {
namespace {

struct AccountText
{
    Q_DECLARE_TR_FUNCTIONS(AccountText)
};

QString nativeChannelDetail(const Error& reason)
{
    return AccountText::tr("Perhaps OpenClaw's own Zalo channel took it: it has a login on this "
                           "machine (%1). Turn that channel off, or move this file away and "
                           "restart the Gateway, then reconnect.")
        .arg(reason.detail);
}

QString accountInUseDetail(const Error& reason)
{
    return AccountText::tr("This account is already connected in the profile “%1”. Log in with a "
                           "different account here, or log out there and reconnect.")
        .arg(reason.detail);
}

//! What took the connection away, where it has a name; empty where it has none.
QString takerDetail(const Error* reason)
{
    if (reason && reason->kind == ErrorKind::NativeChannel) {
        return nativeChannelDetail(*reason);
    }
    if (reason && reason->kind == ErrorKind::AccountInUse) {
        return accountInUseDetail(*reason);
    }
    return {};
}

QString refusedDetail(const Error& reason, qint64 nextTryMs)
{
    const QString text = errorText(reason);
    return nextTryMs > 0 ? AccountText::tr("%1 Next try at %2.").arg(text, timeText(nextTryMs))
                         : text;
}

} // namespace

QString accountName(const ProfileSnapshot& profile)
{
    return profile.account && !profile.account->displayName.isEmpty() ? profile.account->displayName
                                                                      : profile.profile;
}

QString accountName(const WaitingAccount& account)
{
    return account.name.isEmpty() ? account.userId : account.name;
}

QString waitingAccountText(const WaitingAccount& account)
{
    QStringList parts;
    if (const int count = int(account.counts.inboundWaiting); count > 0) {
        parts << AccountText::tr("%n to be delivered", nullptr, count);
    }
    if (const int count = int(account.counts.outboundWaiting); count > 0) {
        parts << AccountText::tr("%n to be sent", nullptr, count);
    }
    if (const int count = int(account.counts.outboundUncertain); count > 0) {
        parts << AccountText::tr("%n possibly sent", nullptr, count);
    }
    return AccountText::tr("%1 was logged in here before. Waiting until that account is back: %2.")
        .arg(accountName(account), parts.join(QStringLiteral(", ")));
}

QString sessionDetail(const SessionStatus& session)
{
    const Error* error = session.reason ? std::get_if<Error>(&*session.reason) : nullptr;
    const QString taker = takerDetail(error);
    switch (session.state) {
    case SessionState::NeedsLogin:
        return AccountText::tr("Log in with the QR code.");
    case SessionState::LoggingIn:
        return AccountText::tr("Scan the QR code with Zalo on your phone.");
    case SessionState::Connecting:
        return AccountText::tr("This takes a moment.");
    case SessionState::Online:
        return {};
    case SessionState::Reconnecting:
        if (session.reason && !error) {
            return stateReasonText(*session.reason);
        }
        if (session.retry.refusedLogins > 0 && error) {
            return refusedDetail(*error, session.retry.nextTryMs);
        }
        return AccountText::tr("The connection broke. Retrying automatically.");
    case SessionState::Kicked:
        if (!taker.isEmpty()) {
            return taker;
        }
        return AccountText::tr(
            "Close Zalo Web or Zalo PC, then reconnect: only one of them can be open.");
    case SessionState::Duplicate:
        if (!taker.isEmpty()) {
            return taker;
        }
        return AccountText::tr("Stop the other program, then reconnect.");
    case SessionState::Expired:
        return AccountText::tr("Zalo ended this login. Log in again with the QR code.");
    case SessionState::Offline:
        return AccountText::tr("Check the internet connection. Retrying automatically.");
    case SessionState::NoCli:
    case SessionState::Error:
        return session.reason ? stateReasonText(*session.reason) : QString();
    }
    Q_UNREACHABLE();
}

} // namespace zalo
