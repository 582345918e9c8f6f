// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/loginflow.h"

#include "core/logging.h"
#include "session/qrcode.h"

namespace zalo {

LoginFlow::LoginFlow(QString loginId, QString profile, ZcaRunner& runner, QString privateFolder,
                     Policy policy, Clock clock, QObject* parent)
    : QObject(parent),
      m_id(std::move(loginId)),
      m_profile(std::move(profile)),
      m_runner(runner),
      m_privateFolder(std::move(privateFolder)),
      m_policy(policy),
      m_clock(std::move(clock))
{ }

void LoginFlow::start(const ZcaProgram& program)
{
    m_program = program;
    emit step(stepOf(LoginStep::Kind::Starting));
    startAttempt();
}

void LoginFlow::cancel()
{
    m_cancelled = true;
    if (m_login) {
        m_login->cancel();
    }
}

void LoginFlow::startAttempt()
{
    ++m_attempt;
    m_login = new ZcaLogin(m_runner, m_privateFolder, m_policy, this);
    connect(m_login, &ZcaLogin::qrReady, this, &LoginFlow::onQr);
    connect(m_login, &ZcaLogin::scanned, this, [this](const QString& name) {
        LoginStep scanned = stepOf(LoginStep::Kind::Scanned);
        scanned.by = name;
        emit step(scanned);
    });
    connect(m_login, &ZcaLogin::finished, this, &LoginFlow::onAttemptFinished);
    m_login->start(m_program, m_profile);
}

void LoginFlow::onQr(const QByteArray& png)
{
    LoginStep qr = stepOf(LoginStep::Kind::Qr);
    qr.png = png;
    if (const Result<QString> payload = decodeQr(png)) {
        qr.payload = *payload;
    } else {
        qCWarning(lcSession) << "zca's QR picture could not be read; it is shown as it is";
    }
    // zca's own timer runs from the making of the code (ZCA.md 3), a moment ago.
    qr.expiresAtMs = m_clock.nowMs() + m_policy.qrLifetime.count();
    qr.attempt = m_attempt;
    emit step(qr);
}

void LoginFlow::onAttemptFinished(const Result<LoginResult>& result)
{
    m_login->deleteLater();
    m_login = nullptr;
    const bool expired = !result && result.error().kind == ErrorKind::LoginExpired;
    if (m_cancelled && !result) {
        emit finished(failure(ErrorKind::Cancelled));
    } else if (expired && m_attempt <= m_policy.qrRenewals) {
        startAttempt();
    } else {
        emit finished(result);
    }
}

LoginStep LoginFlow::stepOf(LoginStep::Kind kind) const
{
    LoginStep step;
    step.loginId = m_id;
    step.profile = m_profile;
    step.kind = kind;
    return step;
}

} // namespace zalo
