// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcalogin.h"

#include "zca/zcaattachedlogin.h"
#include "zca/zcapollinglogin.h"

namespace zalo {

ZcaLogin::ZcaLogin(ZcaRunner& runner, QString privateFolder, const Policy& policy, QObject* parent)
    : QObject(parent),
      m_runner(runner),
      m_privateFolder(std::move(privateFolder)),
      m_policy(policy)
{ }

void ZcaLogin::start(const ZcaProgram& program, const QString& profile)
{
    Q_ASSERT(!m_attempt);
    if (program.can(ZcaCapability::QrPath)) {
        m_attempt = new ZcaAttachedLogin(program.path, profile, m_privateFolder, m_policy, this);
    } else if (program.can(ZcaCapability::QrBase64)) {
        m_attempt = new ZcaPollingLogin(m_runner, profile, m_policy, this);
    } else {
        const Error error { ErrorKind::ZcaUsage, QStringLiteral("auth login --qr-path") };
        QMetaObject::invokeMethod(
            this, [this, error] { emit finished(tl::unexpected(error)); }, Qt::QueuedConnection);
        return;
    }
    connect(m_attempt, &ZcaLoginAttempt::qrReady, this, &ZcaLogin::qrReady);
    connect(m_attempt, &ZcaLoginAttempt::scanned, this, &ZcaLogin::scanned);
    connect(m_attempt, &ZcaLoginAttempt::loggedIn, this, &ZcaLogin::loggedIn);
    connect(m_attempt, &ZcaLoginAttempt::declined, this, &ZcaLogin::declined);
    connect(m_attempt, &ZcaLoginAttempt::expired, this, &ZcaLogin::expired);
    connect(m_attempt, &ZcaLoginAttempt::finished, this, &ZcaLogin::finished);
    m_attempt->start();
}

void ZcaLogin::cancel()
{
    if (m_attempt) {
        m_attempt->cancel();
    }
}

} // namespace zalo
