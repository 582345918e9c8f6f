// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "bridge/bridgeclient.h"
#include "demo/demopairings.h"
#include "platform/socketaddress.h"
#include "secrets/secretstore.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace zalo {

//! A Gateway that repeats what it is told. It is a client of the bridge like any other: it opens
//! with a key of its own, takes what is delivered, answers and says what became of it. As Gateways
//! do, it stays silent in groups unless it is mentioned, and to strangers until they are approved.
class EchoGateway : public QObject
{
    Q_OBJECT

public:
    struct Pace
    {
        std::chrono::milliseconds thinking { 1'500 }; //!< from a message to its answer
        std::chrono::milliseconds retry { 3'000 }; //!< between two tries to connect
    };

    //! `keys` holds the association key and outlives this. `strangers`: ids of the people who have
    //! to be approved.
    EchoGateway(const SocketAddress& socket, SecretStore& keys, const Timing& timing,
                const Pace& pace, const QSet<QString>& strangers = {}, QObject* parent = nullptr);
    ~EchoGateway() override;

    //! Connects, and comes again whenever the connection ends.
    void start();

private:
    void open();
    void subscribe();
    void addHandlers(RpcChannel& channel);
    void onDelivery(const QJsonObject& message);
    void answer(const QJsonObject& message);
    void welcome(const QJsonObject& message);
    void report(const QJsonObject& message, const QJsonObject& outcome);
    void request(const QString& method, const QJsonObject& params, RpcChannel::Callback done = {});
    void retryLater();

    SocketAddress m_socket;
    SecretStore& m_keys;
    Timing m_timing;
    Pace m_pace;
    DemoPairings m_pairings;
    QByteArray m_key;
    QTimer m_retry;
    std::unique_ptr<BridgeClient> m_client;
};

} // namespace zalo
