// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/loginflow.h"

#include "core/logging.h"
#include "session/qrcode.h"
#include "zca/zcarunner.h"

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
    if (m_attempt) {
        m_attempt->cancel();
    }
}

void LoginFlow::startAttempt()
{
    ++m_attempts;
    auto attempt =
        ZcaLoginAttempt::create(m_program, m_profile, m_runner, m_privateFolder, m_policy);
    if (!attempt) {
        QMetaObject::invokeMethod(
            this, [this, error = attempt.error()] { onAttemptFinished(tl::unexpected(error)); },
            Qt::QueuedConnection);
        return;
    }
    m_attempt = std::move(*attempt);
    connect(m_attempt.get(), &ZcaLoginAttempt::qrReady, this, &LoginFlow::onQr);
    connect(m_attempt.get(), &ZcaLoginAttempt::scanned, this, [this](const QString& name) {
        LoginStep scanned = stepOf(LoginStep::Kind::Scanned);
        scanned.by = name;
        emit step(scanned);
    });
    connect(m_attempt.get(), &ZcaLoginAttempt::finished, this, &LoginFlow::onAttemptFinished);
    m_attempt->start();
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
    qr.attempt = m_attempts;
    emit step(qr);
}

void LoginFlow::onAttemptFinished(const Result<LoginResult>& result)
{
    if (m_attempt) {
        m_attempt.release()->deleteLater(); // it is emitting
    }
    const bool expired = !result && result.error().kind == ErrorKind::LoginExpired;
    if (m_cancelled && !result) {
        emit finished(failure(ErrorKind::Cancelled));
    } else if (expired && m_attempts <= m_policy.qrRenewals) {
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
