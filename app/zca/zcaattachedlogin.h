// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/policy.h"
#include "zca/zcaloginattempt.h"
#include "zca/zcaprocess.h"

#include <QTemporaryDir>
#include <QTimer>

#include <optional>

namespace zalo {

//! Login with `auth login --qr-path`: the process stays until the end and prints every step.
class ZcaAttachedLogin : public ZcaLoginAttempt
{
    Q_OBJECT

public:
    //! The QR lies in a fresh folder of its own inside `privateFolder`, which goes with this
    //! object.
    ZcaAttachedLogin(QString program, QString profile, const QString& privateFolder,
                     const Policy& policy, QObject* parent = nullptr);

    void start() override;
    void cancel() override;

private:
    void onLine(const QByteArray& line);
    void onEnded(const ZcaExit& exit);
    [[nodiscard]] QString qrPath() const;
    void readQr();
    void succeed(const QString& name, const QString& userId);
    void stopWith(Error why);

    QString m_program;
    QString m_profile;
    QTemporaryDir m_folder;
    Policy m_policy;
    ZcaProcess m_process;
    QTimer m_deadline;
    QByteArray m_err;
    std::optional<LoginResult> m_success;
    std::optional<Error> m_failure;
};

} // namespace zalo
