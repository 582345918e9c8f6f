// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "rpc/rpcmessage.h"

#include <QObject>
#include <QStringList>

#include <optional>

class QLocalSocket;

namespace zalo {

class RpcChannel;

//! Exit statuses of the program.
enum class ExitStatus
{
    Well = 0,
    Failed = 1,
    Usage = 2,
    NeedsYou = 3, //!< `status`: it runs, and something waits for a person
    RunAnew = 100 //!< for main(): it has ended and is to be started again
};

//! One `zalo-companion <command>` for a terminal: asks the running instance, prints the answer.
class TerminalCommand : public QObject
{
    Q_OBJECT

public:
    //! What was typed, understood.
    struct Request
    {
        QString method;
        QJsonObject params;
        enum class Show
        {
            Status,
            Gateways,
            WhatIsForgotten,
            Done
        } show = Show::Done;
        bool json = false;
    };

    //! The words after the program's name; nothing when they are no command of this kind,
    //! BadRequest (detail: what is wrong) when they are an ill-formed one.
    [[nodiscard]] static std::optional<Result<Request>> parse(const QStringList& words, bool json);

    //! `socketPath`: the instance's control socket.
    TerminalCommand(const Request& request, const QString& socketPath, QObject* parent = nullptr);

    //! Asks; ends in one finished().
    void start();

signals:
    void finished(zalo::ExitStatus status);

private:
    void show(const RpcReply& reply);
    void fail(const QString& kind, const QString& text);

    Request m_request;
    QString m_socketPath;
    QLocalSocket* m_socket;
    RpcChannel* m_channel;
};

} // namespace zalo
