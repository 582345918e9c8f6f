// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/policy.h"
#include "zca/zcaprogram.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>

namespace zalo {

class ZcaRunner;

//! What shows that a login worked.
enum class LoginEvidence
{
    Printed, //!< zca said `Logged in profile …` in this very attempt
    StatusChanged //!< `auth status` went from "not logged in" to "logged in" meanwhile
};

struct LoginResult
{
    QString userId;
    QString displayName;
    LoginEvidence evidence = LoginEvidence::Printed;

    friend bool operator==(const LoginResult&, const LoginResult&) = default;
};

//! One attempt to log in, used once.
class ZcaLoginAttempt : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! The attempt that `program` is capable of. With `--qr-path` every step is seen. Without it
    //! (ZCA.md 3, `--qr-base64`) zca waits for the scan out of sight: scanned() never comes, a
    //! declined code looks like an expired one, and an attempt that was cancelled can still be
    //! completed by a phone until its QR expires. There an old login would look like success, so it
    //! is logged out first. ZcaUsage: the program can do neither.
    //!
    //! `privateFolder` is a private folder of ours; the QR lies there for the time of the attempt.
    [[nodiscard]] static Result<std::unique_ptr<ZcaLoginAttempt>>
    create(const ZcaProgram& program, const QString& profile, ZcaRunner& runner,
           const QString& privateFolder, const Policy& policy);

    //! finished() follows once, never from inside this call.
    virtual void start() = 0;

    //! Ends it; finished(Cancelled) follows, or the success that came first.
    virtual void cancel() = 0;

signals:
    void qrReady(const QByteArray& png);
    void scanned(const QString& name);
    void finished(const zalo::Result<zalo::LoginResult>& result);
};

} // namespace zalo
