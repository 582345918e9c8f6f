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
    const bool isNativeChannel = error && error->kind == ErrorKind::NativeChannel;
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
        if (isNativeChannel) {
            return nativeChannelDetail(*error);
        }
        return AccountText::tr(
            "Close Zalo Web or Zalo PC, then reconnect: only one of them can be open.");
    case SessionState::Duplicate:
        if (isNativeChannel) {
            return nativeChannelDetail(*error);
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
