// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/loginflow.h"
#include "session/loginneeded.h"
#include "session/sessioncontroller.h"
#include "zca/zcaarguments.h"

#include <QUuid>

// Login and logout of SessionController; what listeners do is in sessioncontroller.cpp.

namespace zalo {

Result<QString> SessionController::startLogin(const ZcaProgram& program)
{
    if (m_after == After::Logout || m_logoutDone) {
        return failure(ErrorKind::BadRequest, tr("a logout is under way"));
    }
    m_program = program;
    if (m_login) {
        const QString old = m_login->id();
        disconnect(m_login, nullptr, this, nullptr);
        m_login->cancel();
        connect(m_login, &LoginFlow::finished, m_login, &QObject::deleteLater);
        m_login = nullptr;
        LoginStep superseded;
        superseded.loginId = old;
        superseded.profile = m_profile;
        superseded.kind = LoginStep::Kind::Cancelled;
        emit loginStep(superseded);
    }
    m_retry.stop();
    m_login = new LoginFlow(QUuid::createUuid().toString(QUuid::WithoutBraces), m_profile, m_runner,
                            m_folders.work, m_policy, m_clock, this);
    connect(m_login, &LoginFlow::step, this, &SessionController::loginStep);
    connect(m_login, &LoginFlow::finished, this, &SessionController::onLoginFinished);
    if (!m_listener.isRunning()) {
        settle(SessionState::LoggingIn);
    }
    const QString id = m_login->id();
    m_login->start(program);
    return id;
}

bool SessionController::cancelLogin(const QString& loginId)
{
    if (!m_login || m_login->id() != loginId) {
        return false;
    }
    m_login->cancel();
    return true;
}

void SessionController::onLoginFinished(const Result<LoginResult>& result)
{
    m_provingLogin = m_login->id();
    m_login->deleteLater();
    m_login = nullptr;
    if (result) {
        m_reconnect.reset();
        m_offline.reset();
        if (m_listener.isRunning()) {
            stopListener(After::Connect);
        } else {
            connectNow(SessionState::Connecting);
        }
        return;
    }
    switch (result.error().kind) {
    case ErrorKind::LoginDeclined:
        finishLogin(LoginStep::Kind::Declined);
        break;
    case ErrorKind::LoginExpired:
        finishLogin(LoginStep::Kind::Expired);
        break;
    case ErrorKind::Cancelled:
        finishLogin(LoginStep::Kind::Cancelled);
        break;
    default:
        finishLogin(LoginStep::Kind::Failed, result.error());
    }
    // What an earlier login still proves is found out by connecting with it.
    if (!m_listener.isRunning() && m_after == After::Nothing && !m_logoutDone) {
        connectNow(SessionState::Connecting);
    }
}

void SessionController::finishLogin(LoginStep::Kind kind, const std::optional<Error>& error)
{
    LoginStep step;
    step.loginId = std::exchange(m_provingLogin, QString());
    step.profile = m_profile;
    step.kind = kind;
    step.error = error;
    if (kind == LoginStep::Kind::Confirmed) {
        step.user = *m_account;
    }
    emit loginStep(step);
}

void SessionController::logout(QObject* context, std::function<void(Result<void>)> done)
{
    if (!m_program || m_logoutDone) {
        const Error why = m_program ? Error { ErrorKind::BadRequest, tr("a logout is under way") }
                                    : m_program.error();
        QMetaObject::invokeMethod(
            context, [done = std::move(done), why] { done(tl::unexpected(why)); },
            Qt::QueuedConnection);
        return;
    }
    if (m_login) {
        m_login->cancel();
    }
    m_logoutDone = std::move(done);
    m_logoutContext = context;
    if (m_listener.isRunning()) {
        stopListener(After::Logout);
    } else {
        m_retry.stop();
        runLogout();
    }
}

void SessionController::runLogout()
{
    ZcaRequest request {
        zcaargs::authLogout(m_profile), m_policy.commandDeadline, ZcaLane::Query, {}
    };
    m_runner.run(std::move(request), this, [this](const Result<ZcaOutput>& result) {
        const auto done = std::exchange(m_logoutDone, nullptr);
        // A profile that zca does not know has nobody logged in either (ZCA.md 1).
        const bool out = result || needsLogin(result.error().kind);
        if (out) {
            m_account.reset();
            emit accountChanged();
            settle(SessionState::NeedsLogin, Error { ErrorKind::NotLoggedIn, {} });
        } else {
            connectNow(SessionState::Connecting);
        }
        if (m_logoutContext) {
            done(out ? Result<void>() : tl::unexpected(result.error()));
        }
    });
}

} // namespace zalo
