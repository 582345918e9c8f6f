// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/policy.h"
#include "relay/gatewayport.h"

namespace zalo {

class BridgeServer;
class ContactStore;

//! The relay's way to the Gateway: `inbound.deliver` on the connection that subscribed to the
//! profile, with the group's name where the message has none.
class BridgeGatewayPort : public GatewayPort
{
public:
    //! Both outlive the link.
    BridgeGatewayPort(BridgeServer& server, ContactStore& contacts, const Policy& policy);

    void deliver(const InboundRow& row, bool isBacklog, QObject* context,
                 Callback<void> done) override;

private:
    void request(const QString& profile, const QJsonObject& params, QObject* context,
                 Callback<void> done);

    BridgeServer& m_server;
    ContactStore& m_contacts;
    Policy m_policy;
};

} // namespace zalo
