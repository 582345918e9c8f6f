// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "context.h"
#include "controlserver.h"

#include <QTimer>

namespace zalo::sim {

//! `auth login`: shows a QR and waits for what the phone does with it, which `ctl scan`, `confirm`,
//! `decline` and `expire` say (ZCA.md 3). Ends the event loop with the exit code.
class Login : public QObject
{
    Q_OBJECT

public:
    explicit Login(Context& context);

    void start();

private:
    QJsonObject handle(const QJsonObject& request);
    QJsonObject scan(const QString& name);
    QJsonObject confirm();
    void refresh();
    void expire();
    void showQr();
    void end(int exitCode);

    Context& m_context;
    ControlServer m_control;
    QTimer m_expiry;
    QByteArray m_payload;
    QString m_path;
    Account m_account;
    bool m_scanned = false;
    bool m_ended = false;
};

//! `auth login --qr-base64`: prints the QR of a login that goes on in a process of its own.
[[nodiscard]] int runDetachedLogin(Context& context);

} // namespace zalo::sim
