// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/terminalquestion.h"
#include "platform/ownerconnection.h"
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
    Success = 0,
    Failed = 1,
    Usage = 2,
    ActionRequired = 3, //!< `status`: it runs, and something waits for a person
    Restart = 100 //!< for main(): it has ended and is to be started again
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
            Profiles,
            AddedProfile,
            Pairings,
            ApprovedPairing,
            DismissedPairing,
            ResetQuestion,
            Connected, //!< what came of `reconnect`
            Done
        } show = Show::Done;
        bool json = false;
    };

    //! The options that a command may have.
    struct Flags
    {
        bool json = false;
        bool isAgreed = false; //!< `--yes`: nobody is asked
        bool keepsDamaged = false; //!< `--keep-damaged`
    };

    //! The arguments after the program's name; nothing when they are no command of this kind,
    //! BadRequest (detail: what is wrong) when they are an ill-formed one.
    [[nodiscard]] static std::optional<Result<Request>> parse(const QStringList& arguments,
                                                              const Flags& flags);

    //! Asks the instance that owns `dataFolder`.
    TerminalCommand(const Request& request, const QString& dataFolder, QObject* parent = nullptr);

    //! Asks; ends in one finished().
    void start();

signals:
    void finished(zalo::ExitStatus status);

private:
    void send(const QString& method, const QJsonObject& params);
    void show(const RpcReply& reply);
    void showResetQuestion(const QJsonObject& snapshot);
    void onAnswer(bool yes);
    void fail(const QString& kind, const QString& text);

    Request m_request;
    OwnerConnection m_owner;
    RpcChannel* m_channel = nullptr; //!< once connected
    TerminalQuestion m_question;
};

} // namespace zalo
