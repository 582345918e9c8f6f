// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "bridge/bridgetypes.h"
#include "bridge/handshake.h"
#include "core/timing.h"
#include "rpc/rpcchannel.h"

#include <QObject>

class QLocalSocket;

namespace zalo {

//! The other end of the bridge in C++: the demo's echo peer, the torture and the benchmark. One
//! object, one connection.
class BridgeClient : public QObject
{
    Q_OBJECT

public:
    using Opened = std::function<void(RpcReply)>; //!< hello's result, with `association`

    //! `key` is the Gateway's 32 bytes.
    BridgeClient(const BridgePeer& peer, const QByteArray& key, const Timing& timing,
                 QObject* parent = nullptr);

    //! Connects and goes through the handshake; the server's proof is checked before ours is shown.
    //! One callback: `notRunning`, `wrongKey` (whoever listens does not hold the key), or its
    //! refusal.
    void open(const QString& path, QObject* context, Opened opened);

    //! For requests and handlers.
    [[nodiscard]] RpcChannel& channel() { return m_channel; }

private:
    void hello();
    void prove(const QJsonObject& helloResult);
    void finish(const RpcReply& reply);

    BridgePeer m_peer;
    QByteArray m_key;
    Timing m_timing;
    QLocalSocket* m_socket;
    RpcChannel m_channel;
    Handshake m_handshake;
    QPointer<QObject> m_context;
    Opened m_opened;
};

} // namespace zalo
