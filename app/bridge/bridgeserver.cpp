// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/bridgeserver.h"

#include "bridge/association.h"
#include "bridge/bridgeconnection.h"

#include <QLocalSocket>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace zalo {
BridgeServer::BridgeServer(Association& association, const Timing& timing, uid_t us,
                           QObject* parent)
    : QObject(parent),
      m_association(association),
      m_timing(timing),
      m_socket(timing.socketCheck, us),
      m_refusalPauses(timing.refusalPause),
      m_state { BridgeState::Kind::NoGateway, QDateTime::currentDateTimeUtc() }
{
    connect(&m_socket, &ListeningSocket::connected, this, &BridgeServer::accept);
    connect(&m_socket, &ListeningSocket::renewed, this, &BridgeServer::pathChanged);
    connect(&association, &Association::changed, this, &BridgeServer::updateState);
    connect(&association, &Association::revoked, this, [this](const QString& id) {
        const auto connections = m_connections;
        for (BridgeConnection* connection : connections) {
            if (connection->peer().gatewayId == id) {
                connection->close();
            }
        }
    });
}

BridgeServer::~BridgeServer()
{
    // Before the table that they refer to.
    qDeleteAll(std::exchange(m_connections, {}));
}

void BridgeServer::addMethod(const QString& name, BridgeRoles roles,
                             decltype(BridgeMethod::handler) handler)
{
    m_methods.insert(name, { roles, std::move(handler) });
}

Result<void> BridgeServer::start(const SocketAddress& address)
{
    const Result<void> listening = m_socket.listen(address);
    if (listening) {
        m_socket.serve();
    }
    return listening;
}

void BridgeServer::stop()
{
    m_socket.close();
    const auto connections = m_connections;
    for (BridgeConnection* connection : connections) {
        connection->close();
    }
}

QList<BridgeConnection*> BridgeServer::connections() const
{
    QList<BridgeConnection*> open;
    std::copy_if(m_connections.begin(), m_connections.end(), std::back_inserter(open),
                 [](const BridgeConnection* connection) {
                     return connection->isAssociated() && connection->isOpen();
                 });
    return open;
}

BridgeConnection* BridgeServer::gateway(const QString& gatewayId) const
{
    const auto open = connections();
    const auto it = std::find_if(open.begin(), open.end(), [&](const BridgeConnection* connection) {
        return connection->peer().role == BridgeRole::Gateway
            && connection->peer().gatewayId == gatewayId;
    });
    return it == open.end() ? nullptr : *it;
}

void BridgeServer::accept(QLocalSocket* socket)
{
    auto* connection =
        new BridgeConnection(socket,
                             { m_methods, m_association, m_timing, m_refusalPauses, m_log,
                               [this](const BridgePeer& peer) { return hasPlace(peer); } },
                             this);
    m_connections.append(connection);
    connect(connection, &BridgeConnection::associated, this,
            [this, connection] { onAssociated(connection); });
    connect(connection, &BridgeConnection::silentChanged, this, &BridgeServer::updateState);
    connect(connection, &BridgeConnection::closed, this,
            [this, connection] { forget(connection); });
    if (BridgeConnection* goes = m_strangers.enter(connection, connection->process())) {
        goes->giveWay();
    }
    connection->start();
}

bool BridgeServer::hasPlace(const BridgePeer& peer) const
{
    // The long-lived one takes the place of the one before it.
    if (peer.role == BridgeRole::Gateway) {
        return true;
    }
    return std::count_if(m_connections.begin(), m_connections.end(),
                         [&](const BridgeConnection* other) {
                             return other->isAssociated()
                                 && other->peer().role != BridgeRole::Gateway
                                 && other->peer().gatewayId == peer.gatewayId;
                         })
        < MaxBriefOfGateway;
}

void BridgeServer::onAssociated(BridgeConnection* connection)
{
    m_strangers.leave(connection);
    if (connection->peer().role == BridgeRole::Gateway) {
        m_isGatewaySilent = false;
        const auto open = connections();
        for (BridgeConnection* other : open) {
            if (other != connection && other->peer().role == BridgeRole::Gateway
                && other->peer().gatewayId == connection->peer().gatewayId) {
                other->notify(u"superseded"_s);
                other->close();
            }
        }
    }
    updateState();
    emit associated(connection);
}

void BridgeServer::forget(BridgeConnection* connection)
{
    m_strangers.leave(connection);
    m_connections.removeOne(connection);
    m_isGatewaySilent = m_isGatewaySilent || connection->isLetGo();
    if (connection->isAssociated()) {
        m_association.seen(connection->peer().gatewayId, connection->peer().label);
        emit closed(connection);
    }
    updateState();
    connection->deleteLater();
}

void BridgeServer::updateState()
{
    const auto open = connections();
    const auto known = m_association.list();
    const auto isGateway = [](const BridgeConnection* c) {
        return c->peer().role == BridgeRole::Gateway;
    };
    const auto answers = [&](const BridgeConnection* c) { return isGateway(c) && !c->isSilent(); };
    auto kind = BridgeState::Kind::NoGateway;
    if (std::any_of(open.begin(), open.end(), answers)) {
        kind = BridgeState::Kind::Connected;
    } else if (m_isGatewaySilent || std::any_of(open.begin(), open.end(), isGateway)) {
        kind = BridgeState::Kind::Silent;
    } else if (m_association.keyUnavailable()) {
        kind = BridgeState::Kind::KeyUnavailable;
    } else if (std::any_of(known.begin(), known.end(), std::mem_fn(&GatewayRecord::isPending))) {
        kind = BridgeState::Kind::AwaitingApproval;
    }
    if (m_state.kind != kind) {
        m_state = { kind, QDateTime::currentDateTimeUtc() };
        emit stateChanged();
    }
}

} // namespace zalo
