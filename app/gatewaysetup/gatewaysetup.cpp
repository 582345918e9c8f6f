// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewaysetup/gatewaysetup.h"

#include "gatewaysetup/setupexecutor.h"
#include "gatewaysetup/setupprobe.h"

namespace zalo {

GatewaySetup::GatewaySetup(GatewaySetupOptions options, QObject* parent)
    : QObject(parent),
      m_options(std::move(options))
{ }

void GatewaySetup::probe(Goal goal)
{
    auto* probe = new SetupProbe(m_options, this);
    connect(probe, &SetupProbe::finished, this,
            [this, probe, goal](const Result<SetupFacts>& facts) {
                probe->deleteLater();
                const Result<SetupPlan> plan = facts.and_then([&](const SetupFacts& found) {
                    return goal == Goal::SetUp ? planSetup(found, m_options.language)
                                               : planUndo(found, m_options.language);
                });
                if (plan) {
                    m_facts = *facts;
                    m_plan = *plan;
                }
                emit planned(plan);
            });
    probe->start();
}

void GatewaySetup::run()
{
    auto* run = new SetupExecutor(m_options, m_facts, m_plan, this);
    connect(run, &SetupExecutor::stepStarted, this, &GatewaySetup::stepStarted);
    connect(run, &SetupExecutor::stepDone, this, &GatewaySetup::stepDone);
    connect(run, &SetupExecutor::finished, this, [this, run](const Result<QString>& outcome) {
        run->deleteLater();
        emit finished(outcome);
    });
    run->start();
}

} // namespace zalo
