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

//! A bridge on a socket of its own, with two methods: `echo` for all, `admin` for gateway and cli.
struct BridgeFixture
{
    explicit BridgeFixture(const zalo::Timing& p = {}, uid_t us = geteuid())
        : timing(p)
    {
        startAssociation();
        server = std::make_unique<zalo::BridgeServer>(*association, timing, us);
        server->addMethod(QStringLiteral("echo"),
                          zalo::BridgeRole::Gateway | zalo::BridgeRole::Cli
                              | zalo::BridgeRole::Probe,
                          [](zalo::BridgeConnection&, const QJsonObject& params,
                             const zalo::Responder& responder) { responder.answer(params); });
        server->addMethod(
            QStringLiteral("admin"), zalo::BridgeRole::Gateway | zalo::BridgeRole::Cli,
            [](zalo::BridgeConnection& connection, const QJsonObject&,
               const zalo::Responder& responder) {
                connection.subscriptions.status = true;
                responder.answer({ { QStringLiteral("label"), connection.peer().label } });
            });
    }

    //! As at a start of the program.
    void startAssociation()
    {
        association = std::make_unique<zalo::Association>(
            root.filePath(QStringLiteral("gateways.json")), secrets);
        started = association->start();
    }

    [[nodiscard]] zalo::Result<void> listen() { return server->start(path()); }
    [[nodiscard]] QString path() const { return root.filePath(QStringLiteral("run/bridge.sock")); }

    [[nodiscard]] static QJsonObject hello(const QString& role = QStringLiteral("gateway"),
                                           const QString& id = gatewayId(),
                                           const QByteArray& nonce = QByteArray(32, 'n'))
    {
        return {
            { QStringLiteral("protocol"), QStringLiteral("1.0") },
            { QStringLiteral("role"), role },
            { QStringLiteral("gatewayId"), id },
            { QStringLiteral("label"), QStringLiteral("OpenClaw ở tiệm") },
            { QStringLiteral("plugin"), QStringLiteral("0.1.0") },
            { QStringLiteral("nonce"), QString::fromLatin1(nonce.toBase64()) },
        };
    }
    [[nodiscard]] static QString gatewayId() { return QStringLiteral("gateway-0123456789"); }
    [[nodiscard]] static QByteArray key() { return QByteArray(32, 'k'); }

    [[nodiscard]] std::unique_ptr<zalo::BridgeClient>
    client(zalo::BridgeRole role, const QString& id = gatewayId(),
           const QByteArray& withKey = key()) const
    {
        return std::make_unique<zalo::BridgeClient>(
            zalo::BridgePeer { role, id, QStringLiteral("Shop"), QStringLiteral("0.1.0") }, withKey,
            timing);
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
