// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "bridge/association.h"
#include "companion/gatewayservice.h"
#include "gatewaysetup/setupoptions.h"

namespace zalo {

//! The Gateways that associated with the bridge of this machine.
class LocalGateways : public GatewayService
{
    Q_OBJECT

public:
    //! `association` outlives it. `setup`: what gatewaySetup() works with.
    LocalGateways(Association& association, GatewaySetupOptions setup, QObject* parent = nullptr);

    [[nodiscard]] Result<void> approveGateway(const QString& id) override;
    [[nodiscard]] Result<void> refuseGateway(const QString& id) override;
    [[nodiscard]] Result<void> revokeGateway(const QString& id) override;
    [[nodiscard]] std::unique_ptr<GatewaySetup> gatewaySetup() override;

private:
    Association& m_association;
    GatewaySetupOptions m_setup;
};

} // namespace zalo
