// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcapollinglogin.h"

#include "zca/zcaarguments.h"
#include "zca/zcacontactparser.h"
#include "zca/zcaloginparser.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

//! Exit 1 of `auth status` means "log in", unless its message says that it could not be asked.
bool couldNotAsk(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::ZcaMissing:
    case ErrorKind::ZcaNotExecutable:
    case ErrorKind::ZcaBroken:
    case ErrorKind::ZcaUsage:
    case ErrorKind::Offline:
    case ErrorKind::TimedOut:
        return true;
    default:
        return false;
    }
}

} // namespace

ZcaPollingLogin::ZcaPollingLogin(ZcaRunner& runner, QString profile, const Policy& policy,
                                 QObject* parent)
    : ZcaLoginAttempt(parent),
      m_runner(runner),
      m_profile(std::move(profile)),
      m_policy(policy)
{
    m_pollTimer.setSingleShot(true);
    connect(&m_pollTimer, &QTimer::timeout, this, &ZcaPollingLogin::poll);
}

void ZcaPollingLogin::start()
{
    endOldLogin(false);
}

void ZcaPollingLogin::cancel()
{
    m_runner.cancel(m_ticket);
    finish(failure(ErrorKind::Cancelled));
}

void ZcaPollingLogin::ask(const QStringList& arguments, std::function<void(Result<ZcaOutput>)> next)
{
    m_ticket = m_runner.run({ arguments, m_policy.commandDeadline, CommandClass::Query, {} }, this,
                            [this, next = std::move(next)](Result<ZcaOutput> result) {
                                if (!m_done) {
                                    next(std::move(result));
                                }
                            });
}

void ZcaPollingLogin::endOldLogin(bool triedBefore)
{
    // A login that still stands would look like the success of this one (ZCA.md 3).
    ask(zcaargs::authStatus(m_profile), [this, triedBefore](const Result<ZcaOutput>& status) {
        if (!status) {
            couldNotAsk(status.error().kind) ? finish(tl::unexpected(status.error())) : requestQr();
        } else if (triedBefore) {
            finish(failure(ErrorKind::ZcaFailed, u"still logged in after auth logout"_s));
        } else {
            ask(zcaargs::authLogout(m_profile), [this](const Result<ZcaOutput>& logout) {
                logout ? endOldLogin(true) : finish(tl::unexpected(logout.error()));
            });
        }
    });
}

void ZcaPollingLogin::requestQr()
{
    ask(zcaargs::authLoginBase64(m_profile), [this](const Result<ZcaOutput>& result) {
        if (!result) {
            finish(tl::unexpected(result.error()));
            return;
        }
        const QByteArray png = parseQrDataUrl(result->out);
        if (png.isEmpty()) {
            finish(failure(ErrorKind::ZcaBroken, u"no QR picture"_s));
            return;
        }
        m_sinceQr.start();
        m_pollTimer.start(m_policy.loginPoll);
        emit qrReady(png);
    });
}

void ZcaPollingLogin::poll()
{
    ask(zcaargs::authStatus(m_profile), [this](const Result<ZcaOutput>& status) {
        if (status) {
            readAccount();
        } else if (m_sinceQr.hasExpired(m_policy.qrLifetime.count())) {
            finish(failure(ErrorKind::LoginExpired));
        } else {
            m_pollTimer.start(m_policy.loginPoll);
        }
    });
}

void ZcaPollingLogin::readAccount()
{
    ask(zcaargs::meInfo(m_profile), [this](const Result<ZcaOutput>& result) {
        const Result<Account> account =
            result ? parseAccount(result->out) : tl::unexpected(result.error());
        if (!account) {
            finish(tl::unexpected(account.error()));
            return;
        }
        finish(LoginResult { account->userId, account->displayName, LoginEvidence::StatusChanged });
    });
}

void ZcaPollingLogin::finish(Result<LoginResult> result)
{
    if (m_done) {
        return;
    }
    m_done = true;
    m_pollTimer.stop();
    QMetaObject::invokeMethod(
        this, [this, result = std::move(result)] { emit finished(result); }, Qt::QueuedConnection);
}

} // namespace zalo
