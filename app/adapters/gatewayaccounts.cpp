// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "adapters/gatewayaccounts.h"

#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "core/ids.h"
#include "core/singleline.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr qsizetype MaxAccounts = 100;
constexpr qsizetype MaxIdUnits = 64; // of OpenClaw's own ids

} // namespace

QList<GatewayAccount> gatewayAccountsIn(const QJsonObject& info)
{
    QList<GatewayAccount> accounts;
    const QJsonArray listed = info[u"accounts"].toArray();
    for (const auto& one : listed) {
        const GatewayAccount account { one[u"accountId"].toString(), one[u"profile"].toString() };
        const bool isId = !account.accountId.isEmpty() && account.accountId.size() <= MaxIdUnits
            && account.accountId == singleLine(account.accountId);
        if (isId && isProfileName(account.profile) && accounts.size() < MaxAccounts) {
            accounts << account;
        }
    }
    return accounts;
}

GatewayAccounts::GatewayAccounts(BridgeServer& server, const Timing& timing, QObject* parent)
    : QObject(parent),
      m_server(server),
      m_timing(timing)
{
    connect(&server, &BridgeServer::associated, this, &GatewayAccounts::onAssociated);
    connect(&server, &BridgeServer::closed, this, &GatewayAccounts::onClosed);
}

QStringList GatewayAccounts::of(const QString& profile) const
{
    QStringList ids;
    for (const QList<GatewayAccount>& accounts : m_accounts) {
        for (const GatewayAccount& account : accounts) {
            if (account.profile == profile) {
                ids << account.accountId;
            }
        }
    }
    return ids;
}

void GatewayAccounts::onAssociated(BridgeConnection* connection)
{
    if (connection->peer().role == BridgeRole::Gateway) {
        // Queued: not from within the subscription.
        connect(
            connection, &BridgeConnection::subscribed, this,
            [this, id = connection->peer().gatewayId] { ask(id); }, Qt::QueuedConnection);
    }
}

void GatewayAccounts::onClosed(BridgeConnection* connection)
{
    const BridgePeer& peer = connection->peer();
    // Its place may have been taken by a newer one, which says anew what it has.
    if (peer.role == BridgeRole::Gateway && !m_server.gateway(peer.gatewayId)) {
        set(peer.gatewayId, {});
    }
}

void GatewayAccounts::ask(const QString& gatewayId)
{
    if (BridgeConnection* gateway = m_server.gateway(gatewayId)) {
        gateway->request(this, u"gateway.info"_s, {}, m_timing.pairingDeadline,
                         [this, gatewayId](const RpcReply& reply) {
                             // One that went before its answer has nothing any more.
                             if (reply && m_server.gateway(gatewayId)) {
                                 set(gatewayId, gatewayAccountsIn(*reply));
                             }
                         });
    }
}

void GatewayAccounts::set(const QString& gatewayId, const QList<GatewayAccount>& accounts)
{
    if (m_accounts.value(gatewayId) == accounts) {
        return;
    }
    if (accounts.isEmpty()) {
        m_accounts.remove(gatewayId);
    } else {
        m_accounts.insert(gatewayId, accounts);
    }
    emit changed();
}

} // namespace zalo
