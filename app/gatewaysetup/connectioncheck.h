// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gatewaysetup/openclawcommand.h"
#include "gatewaysetup/setupoptions.h"
#include "gatewaysetup/setupplan.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

class QTcpSocket;

namespace zalo {

//! Sees whether the plugin reaches the companion: the Gateway that runs, else the plugin in an
//! `openclaw` command. What counts is what the companion itself saw.
class ConnectionCheck : public QObject
{
    Q_OBJECT

public:
    ConnectionCheck(const GatewaySetupOptions& options, const SetupFacts& facts, QObject* parent);

    //! Ends in one finished().
    void start();

signals:
    //! A sentence, or BridgeNotVerified.
    void finished(const zalo::Result<QString>& outcome);

private:
    void lookForGateway();
    void askCommandLine();
    void judge(const QJsonObject& snapshot, const QString& text);
    void end(const Result<QString>& outcome);
    [[nodiscard]] int gatewayPort() const;

    GatewaySetupOptions m_options;
    SetupFacts m_facts;
    QTcpSocket* m_gateway;
    QTimer m_poll;
    QDeadlineTimer m_deadline;
    qint64 m_startMs = 0;
};

} // namespace zalo
