// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gatewaysetup/setupoptions.h"
#include "gatewaysetup/setupplan.h"

#include <QObject>

namespace zalo {

//! Sets OpenClaw's Gateway on this machine up for the companion, or undoes that: probe() tells what
//! would be done, run() does it. For a terminal and for a window alike.
class GatewaySetup : public QObject
{
    Q_OBJECT

public:
    enum class Goal
    {
        SetUp,
        Undo
    };

    explicit GatewaySetup(GatewaySetupOptions options, QObject* parent = nullptr);

    //! Looks and changes nothing; ends in one planned(). Takes seconds.
    virtual void probe(Goal goal);

    //! Does the steps of the plan that are needed; only after planned() gave one. Ends in one
    //! finished(). What fails is left so that a second probe() finds what is left to do.
    virtual void run();

signals:
    //! OpenClawMissing, OpenClawTooOld, OpenClawFailed, PluginMissing, NothingToUndo, and why the
    //! configuration must not be edited.
    void planned(const zalo::Result<zalo::SetupPlan>& plan);
    void stepStarted(int index);
    //! `outcome` says what came of it, where there is something to say.
    void stepDone(int index, const QString& outcome);
    //! The last step's outcome in a sentence, or why it ended.
    void finished(const zalo::Result<QString>& outcome);

private:
    GatewaySetupOptions m_options;
    SetupFacts m_facts;
    SetupPlan m_plan;
};

} // namespace zalo
