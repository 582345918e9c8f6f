// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/policy.h"
#include "zca/zcaloginattempt.h"
#include "zca/zcarunner.h"

#include <QElapsedTimer>
#include <QTimer>

namespace zalo {

//! Login for programs without `--qr-path`: `auth login --qr-base64` gives the QR and returns, a
//! detached process of zca waits for the scan, and `auth status` is asked until it says yes.
class ZcaPollingLogin : public ZcaLoginAttempt
{
    Q_OBJECT

public:
    ZcaPollingLogin(ZcaRunner& runner, QString profile, const Policy& policy,
                    QObject* parent = nullptr);

    void start() override;
    void cancel() override;

private:
    void ask(const QStringList& arguments, std::function<void(Result<ZcaOutput>)> next);
    void endOldLogin(bool triedBefore);
    void requestQr();
    void poll();
    void readAccount();
    void finish(Result<LoginResult> result);

    ZcaRunner& m_runner;
    QString m_profile;
    Policy m_policy;
    QTimer m_pollTimer;
    QElapsedTimer m_sinceQr;
    quint64 m_ticket = 0;
    bool m_done = false;
};

} // namespace zalo
