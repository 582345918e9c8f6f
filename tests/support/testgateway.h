// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "bridge/bridgeclient.h"

#include <QJsonObject>
#include <QList>

#include <memory>

using namespace Qt::StringLiterals;

namespace zalo::test {

//! A Gateway as the companion sees it: its identity and key outlive its connections.
class TestGateway
{
public:
    //! `label`: what it calls itself; empty: by its id.
    explicit TestGateway(const QString& id = u"gateway-of-a-test"_s,
                         BridgeRole role = BridgeRole::Gateway, const QString& label = {});

    //! Connects and goes through the handshake; the answer, or the companion's refusal.
    RpcReply open(const QString& path);
    //! open(), then `inbound.subscribe` for the default profile; true when both worked.
    [[nodiscard]] bool subscribe(const QString& path);
    //! One request, to its answer.
    RpcReply call(const QString& method, const QJsonObject& params = {});
    //! One request whose answer nobody waits for.
    void callAndForget(const QString& method, const QJsonObject& params);
    void close();
    //! Of the open connection.
    [[nodiscard]] RpcChannel& channel() { return m_client->channel(); }

    QByteArray key; //!< 32 bytes
    bool takes = true; //!< false: deliveries are left without an answer
    QList<QJsonObject> delivered; //!< parameters of every `inbound.deliver`
    QList<qint64> deliveredAt; //!< Clock::steadyMs of each

    //! Texts delivered for one thread, in order.
    [[nodiscard]] QStringList texts(const QString& threadId) const;

private:
    BridgePeer m_peer;
    QList<Responder> m_unanswered;
    std::unique_ptr<BridgeClient> m_client;
};

} // namespace zalo::test
