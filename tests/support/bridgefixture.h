// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "bridge/association.h"
#include "bridge/bridgeclient.h"
#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "bridge/handshake.h"
#include "fakesecretstore.h"
#include "rawclient.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

//! A bridge on a socket of its own, with two methods: `echo` for all, `admin` for gateway and cli.
struct BridgeFixture
{
    explicit BridgeFixture(const zalo::Timing& p = {}, uid_t us = geteuid())
        : timing(p)
    {
        timing.refusalPause = std::chrono::milliseconds(1);
        startAssociation();
        server = std::make_unique<zalo::BridgeServer>(*association, timing, us);
        server->addMethod(
            u"echo"_s, zalo::BridgeRole::Gateway | zalo::BridgeRole::Cli | zalo::BridgeRole::Probe,
            [](zalo::BridgeConnection&, const QJsonObject& params,
               const zalo::Responder& responder) { responder.answer(params); });
        server->addMethod(u"admin"_s, zalo::BridgeRole::Gateway | zalo::BridgeRole::Cli,
                          [](zalo::BridgeConnection& connection, const QJsonObject&,
                             const zalo::Responder& responder) {
                              connection.subscriptions.status = true;
                              responder.answer({ { u"label"_s, connection.peer().label } });
                          });
    }

    //! As at a start of the program.
    void startAssociation()
    {
        association =
            std::make_unique<zalo::Association>(root.filePath(u"gateways.json"_s), secrets);
        started = association->start();
    }

    [[nodiscard]] zalo::Result<void> listen() { return server->start(path()); }
    [[nodiscard]] QString path() const { return root.filePath(u"run/bridge.sock"_s); }

    [[nodiscard]] static QJsonObject hello(const QString& role = u"gateway"_s,
                                           const QString& id = gatewayId(),
                                           const QByteArray& nonce = QByteArray(32, 'n'))
    {
        return {
            { u"protocol"_s, u"1.0"_s }, { u"role"_s, role },
            { u"gatewayId"_s, id },      { u"label"_s, u"OpenClaw ở tiệm"_s },
            { u"plugin"_s, u"0.1.0"_s }, { u"nonce"_s, QString::fromLatin1(nonce.toBase64()) },
        };
    }
    [[nodiscard]] static QString gatewayId() { return u"gateway-0123456789"_s; }
    [[nodiscard]] static QByteArray key() { return QByteArray(32, 'k'); }

    [[nodiscard]] std::unique_ptr<zalo::BridgeClient>
    client(zalo::BridgeRole role, const QString& id = gatewayId(),
           const QByteArray& withKey = key()) const
    {
        return std::make_unique<zalo::BridgeClient>(
            zalo::BridgePeer { role, id, u"Shop"_s, u"0.1.0"_s }, withKey, timing);
    }

    //! Opens and waits for the end of the handshake.
    [[nodiscard]] zalo::RpcReply open(zalo::BridgeClient& client) const
    {
        std::optional<zalo::RpcReply> answer;
        client.open(path(), &client, [&answer](const zalo::RpcReply& reply) { answer = reply; });
        [&] { QTRY_VERIFY(answer); }();
        return answer.value_or(tl::unexpected(zalo::RpcError {}));
    }

    QTemporaryDir root;
    zalo::Timing timing;
    FakeSecretStore secrets;
    zalo::Result<void> started;
    std::unique_ptr<zalo::Association> association;
    std::unique_ptr<zalo::BridgeServer> server;
};
