// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/terminalcommand.h"
#include "cli/terminalquestion.h"
#include "gatewaysetup/gatewaysetup.h"

#include <QObject>

namespace zalo {

//! `zalo-companion setup-gateway`: shows the plan, asks, and does it.
class SetupCommand : public QObject
{
    Q_OBJECT

public:
    //! What was typed.
    struct Request
    {
        GatewaySetup::Goal goal = GatewaySetup::Goal::SetUp;
        bool isAgreed = false; //!< `--yes`: nobody is asked
        bool json = false;
    };

    //! `options` without a companion and a language: it asks the one that owns `dataFolder`, and
    //! speaks as the request wants.
    SetupCommand(const Request& request, GatewaySetupOptions options, const QString& dataFolder,
                 QObject* parent = nullptr);

    //! Ends in one finished(): ActionRequired where the plan waits for a yes that nobody can give.
    void start();

signals:
    void finished(zalo::ExitStatus status);

private:
    void setPlan(const Result<SetupPlan>& plan);
    void onAnswer(bool yes);
    void run();
    void report(const Result<QString>& outcome);
    void fail(const Error& error);
    [[nodiscard]] QJsonObject planJson() const;

    Request m_request;
    GatewaySetup m_setup;
    SetupPlan m_plan;
    TerminalQuestion m_question;
};

} // namespace zalo
