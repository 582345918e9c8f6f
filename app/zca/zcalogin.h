// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/policy.h"
#include "zca/zcaloginattempt.h"
#include "zca/zcaprogram.h"
#include "zca/zcarunner.h"

#include <QByteArray>
#include <QObject>
#include <QString>

namespace zalo {

//! One attempt to log in. With `--qr-path` every step is seen. Without it (ZCA.md 3, `--qr-base64`)
//! zca waits for the scan out of sight: scanned() and declined() never come, and an attempt that
//! was cancelled can still be completed by a phone until its QR expires. There an old login would
//! look like success, so it is logged out first.
class ZcaLogin : public QObject
{
    Q_OBJECT

public:
    //! `privateFolder` is a private folder of ours; the QR lies there for the time of the attempt.
    ZcaLogin(ZcaRunner& runner, QString privateFolder, const Policy& policy,
             QObject* parent = nullptr);

    //! Starts the attempt, once. finished() follows once, never from inside this call.
    void start(const ZcaProgram& program, const QString& profile);

    //! Ends it; finished(Cancelled) follows, or the success that came first.
    void cancel();

signals:
    void qrReady(const QByteArray& png);
    void scanned(const QString& name);
    void loggedIn(const QString& name, const QString& userId); //!< zca still fills its cache
    void declined(); //!< finished(LoginDeclined) follows
    void expired(); //!< finished(LoginExpired) follows
    void finished(const zalo::Result<zalo::LoginResult>& result);

private:
    ZcaRunner& m_runner;
    QString m_privateFolder;
    Policy m_policy;
    ZcaLoginAttempt* m_attempt = nullptr;
};

} // namespace zalo
