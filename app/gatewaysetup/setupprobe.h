// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gatewaysetup/openclawcommand.h"
#include "gatewaysetup/setupoptions.h"
#include "gatewaysetup/setupplan.h"

#include <QObject>

namespace zalo {

//! Finds out all that a plan follows from, and changes nothing.
class SetupProbe : public QObject
{
    Q_OBJECT

public:
    explicit SetupProbe(const GatewaySetupOptions& options, QObject* parent);

    //! Ends in one finished(), never from inside this call.
    void start();

signals:
    //! OpenClawMissing, OpenClawNotExecutable, OpenClawTooOld, OpenClawFailed, TimedOut,
    //! PluginMissing, and what readConfigFile() and readJournal() say.
    void finished(const zalo::Result<zalo::SetupFacts>& facts);

private:
    using Next = void (SetupProbe::*)(const OpenClawOutput&);

    void ask(const QStringList& arguments, Next next);
    void takeVersion(const OpenClawOutput& output);
    void takeConfig(const OpenClawOutput& output);
    void takePlugin(const OpenClawOutput& output);
    void fail(const Error& error);

    GatewaySetupOptions m_options;
    SetupFacts m_facts;
};

} // namespace zalo
