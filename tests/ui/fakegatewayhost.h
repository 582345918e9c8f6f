// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/timing.h"
#include "fakecalls.h"
#include "gatewayhost/gatewayhost.h"
#include "gatewayhost/gatewaylog.h"

namespace zalo::test {

//! A Gateway of this machine that a test moves by hand.
class FakeGatewayHost : public GatewayHost
{
public:
    explicit FakeGatewayHost(FakeCalls& calls)
        : m_calls(calls)
    { }

    GatewayHostState now;
    bool isWatched = false;
    Callback<QUrl> onLink; //!< who asked for the Control UI

    //! Is in this state from now on.
    void show(const GatewayHostState& state)
    {
        now = state;
        emit stateChanged();
    }

    [[nodiscard]] const GatewayHostState& state() const override { return now; }
    [[nodiscard]] GatewayLog& log() override { return m_log; }
    void lookForPlugin() override { m_calls.asked << QStringLiteral("lookForPlugin"); }
    void setWatched(bool watched) override { isWatched = watched; }
    void inspect() override { m_calls.asked << QStringLiteral("inspect"); }
    void start() override { m_calls.asked << QStringLiteral("startGateway"); }
    void stop() override { m_calls.asked << QStringLiteral("stopGateway"); }
    void restart() override { m_calls.asked << QStringLiteral("restartGateway"); }
    void installService() override { m_calls.asked << QStringLiteral("installService"); }
    void openControlUi(QObject*, Callback<QUrl> done) override
    {
        m_calls.asked << QStringLiteral("openControlUi");
        onLink = std::move(done);
    }

private:
    FakeCalls& m_calls;
    GatewayLog m_log { Timing() };
};

} // namespace zalo::test
