// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QObject>
#include <QString>

namespace zalo {

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

//! One way to log in, used once: ZcaLogin picks it.
class ZcaLoginAttempt : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! finished() follows once, never from inside this call.
    virtual void start() = 0;
    virtual void cancel() = 0;

signals:
    void qrReady(const QByteArray& png);
    void scanned(const QString& name);
    void loggedIn(const QString& name, const QString& userId);
    void declined();
    void expired();
    void finished(const zalo::Result<zalo::LoginResult>& result);
};

} // namespace zalo
