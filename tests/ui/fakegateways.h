// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/gatewayservice.h"
#include "fakecalls.h"
#include "gatewaysetup/gatewaysetup.h"

namespace zalo::test {

//! A setup that does what a test says.
class FakeSetup : public GatewaySetup
{
public:
    FakeSetup()
        : GatewaySetup({})
    { }

    void probe(Goal goal) override
    {
        asked << (goal == Goal::Undo ? QStringLiteral("probe undo") : QStringLiteral("probe"));
    }
    void run() override { asked << QStringLiteral("run"); }

    QStringList asked;
};

class FakeGateways : public GatewayService
{
public:
    explicit FakeGateways(FakeCalls& calls)
        : m_calls(calls)
    { }

    [[nodiscard]] Result<void> approveGateway(const QString& id) override
    {
        m_calls.asked << u"approveGateway " + id;
        return m_calls.answer();
    }
    [[nodiscard]] Result<void> refuseGateway(const QString& id) override
    {
        m_calls.asked << u"refuseGateway " + id;
        return m_calls.answer();
    }
    [[nodiscard]] Result<void> revokeGateway(const QString& id) override
    {
        m_calls.asked << u"revokeGateway " + id;
        return m_calls.answer();
    }
    [[nodiscard]] std::unique_ptr<GatewaySetup> gatewaySetup() override
    {
        m_calls.asked << QStringLiteral("gatewaySetup");
        return std::make_unique<FakeSetup>();
    }

private:
    FakeCalls& m_calls;
};

} // namespace zalo::test
