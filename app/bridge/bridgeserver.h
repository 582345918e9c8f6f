// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "bridge/bridgetypes.h"
#include "bridge/methodregistry.h"
#include "core/bridgestate.h"
#include "core/error.h"
#include "core/peerlog.h"
#include "core/timing.h"
#include "platform/listeningsocket.h"
#include "rpc/refusalpauses.h"
#include "rpc/strangerplaces.h"

#include <QObject>

#include <memory>
#include <sys/types.h>
#include <unistd.h>

namespace zalo {

class Association;
class BridgeConnection;

//! The companion's end of the bridge: accepts our own user's processes and gives each a connection.
class BridgeServer : public QObject
{
    Q_OBJECT

public:
    static constexpr int MaxStrangers = 16; //!< connections before the end of their handshake
    static constexpr int MaxBriefOfGateway = 16; //!< of one Gateway, beside its long-lived one

    //! `association` is started by its owner. `us`: the uid whose connections are taken.
    BridgeServer(Association& association, const Timing& timing, uid_t us = geteuid(),
                 QObject* parent = nullptr);
    ~BridgeServer() override;

    //! Adds a method; before start().
    void addMethod(const QString& name, BridgeRoles roles, decltype(BridgeMethod::handler) handler);

    //! Listens at `address` and keeps doing so (ListeningSocket). Hold the instance's lock.
    //! PathTooLong, FolderNotOurs, FolderNotPrivate, AddressInUse, FileUnwritable.
    [[nodiscard]] Result<void> start(const SocketAddress& address);
    //! Closes every connection and the socket.
    void stop();

    //! The connections whose handshake is done.
    [[nodiscard]] QList<BridgeConnection*> connections() const;
    //! The one connection with role gateway of this Gateway, or null.
    [[nodiscard]] BridgeConnection* gateway(const QString& gatewayId) const;
    [[nodiscard]] const BridgeState& state() const { return m_state; }
    //! Where Gateways find it.
    [[nodiscard]] QString path() const { return m_socket.path(); }

signals:
    //! Its handshake is done.
    void associated(zalo::BridgeConnection* connection);
    //! A connection whose handshake was done is over. It lives until control returns to the event
    //! loop.
    void closed(zalo::BridgeConnection* connection);
    void stateChanged();
    //! Its socket was made anew, maybe at another path.
    void pathChanged();

private:
    void accept(QLocalSocket* socket);
    [[nodiscard]] bool hasPlace(const BridgePeer& peer) const;
    void onAssociated(BridgeConnection* connection);
    void forget(BridgeConnection* connection);
    void updateState();

    Association& m_association;
    Timing m_timing;
    MethodRegistry m_methods;
    ListeningSocket m_socket;
    StrangerPlaces<BridgeConnection> m_strangers { MaxStrangers };
    RefusalPauses m_refusalPauses;
    std::shared_ptr<PeerLog> m_log = std::make_shared<PeerLog>();
    QList<BridgeConnection*> m_connections;
    BridgeState m_state;
    bool m_isGatewaySilent = false; //!< the last one was let go because it did not answer
};

} // namespace zalo
