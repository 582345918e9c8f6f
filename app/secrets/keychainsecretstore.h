// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "secrets/secretstore.h"

#include "core/timing.h"

namespace QKeychain {
class Job;
}

namespace zalo {

//! Secrets in the desktop's keychain (service `zalo-companion`), through QtKeychain, never in its
//! insecure fallback. No keychain, a refusal and no answer in time are all KeyUnavailable, with the
//! reason as detail. While an overdue job still waits (a prompt nobody answers) new calls fail at
//! once.
class KeychainSecretStore : public SecretStore
{
    Q_OBJECT

public:
    explicit KeychainSecretStore(const Timing& timing, QObject* parent = nullptr);

    void read(QObject* context, const QString& name, ReadDone done) override;
    void write(QObject* context, const QString& name, const QByteArray& value, Done done) override;
    void remove(QObject* context, const QString& name, Done done) override;
    [[nodiscard]] SecretStatus status() const override { return m_status; }

private:
    using Finished = std::function<void(QKeychain::Job*, const Result<void>&)>;

    void run(QObject* context, QKeychain::Job* job, Finished finished);
    Result<void> outcome(QKeychain::Job* job);
    void setStatus(const SecretStatus& status);

    Timing m_timing;
    SecretStatus m_status;
    int m_overdue = 0;
};

} // namespace zalo
