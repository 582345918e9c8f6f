// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/localgateways.h"

#include "gatewaysetup/gatewaysetup.h"

namespace zalo {

LocalGateways::LocalGateways(Association& association, GatewaySetupOptions setup, QObject* parent)
    : GatewayService(parent),
      m_association(association),
      m_setup(std::move(setup))
{
    connect(&m_association, &Association::firstAssociated, this,
            &GatewayService::gatewayTrustedOnFirstUse);
    connect(&m_association, &Association::approvalNeeded, this,
            &GatewayService::gatewayAwaitsApproval);
}

Result<void> LocalGateways::approveGateway(const QString& id)
{
    return m_association.approve(id);
}

Result<void> LocalGateways::refuseGateway(const QString& id)
{
    return m_association.refuse(id);
}

Result<void> LocalGateways::revokeGateway(const QString& id)
{
    return m_association.revoke(id);
}

std::unique_ptr<GatewaySetup> LocalGateways::gatewaySetup()
{
    return std::make_unique<GatewaySetup>(m_setup);
}

} // namespace zalo
