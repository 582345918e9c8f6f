// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "awaited.h"
#include "bridgefixture.h"
#include "contacts/contactstore.h"
#include "messagestore/relaystore.h"

namespace zalo::test {

//! A bridge, the stores that tell who asks there, and a Gateway whose answers the test gives.
struct PairingFixture
{
    using Answer = std::function<void(const QString& method, const QJsonObject& params,
                                      const Responder& responder)>;

    //! Opens the stores and listens; true when all of it worked.
    [[nodiscard]] bool open()
    {
        const auto stored = awaited<RelayRecovery>(
            [this](QObject* context, auto done) { store.open(context, done); });
        const auto known =
            awaited<void>([this](QObject* context, auto done) { contacts.open(context, done); });
        return stored && known && bridge.listen();
    }

    //! Connects one that answers what is asked about pairing; true when it is in.
    [[nodiscard]] bool connectGateway(const Answer& answer, BridgeRole role = BridgeRole::Gateway)
    {
        gateway = bridge.client(role);
        for (const QString& method :
             { u"gateway.info"_s, u"pairing.list"_s, u"pairing.approve"_s, u"pairing.dismiss"_s }) {
            gateway->channel().handle(
                method, [answer, method](const QJsonObject& params, const Responder& responder) {
                    answer(method, params, responder);
                });
        }
        return bridge.open(*gateway).has_value();
    }

    //! The connection ends instead of this answer.
    void dieUnanswered(const Responder& responder)
    {
        unanswered << responder;
        QMetaObject::invokeMethod(
            &gateway->channel(), [this] { gateway->channel().close(); }, Qt::QueuedConnection);
    }

    BridgeFixture bridge;
    Worker worker { u"sqlite"_s };
    RelayStore store { &worker,
                       RelayStoreOptions { .path = bridge.root.filePath(u"relay.sqlite"_s) } };
    ContactStore contacts {
        &worker, ContactStoreOptions { .path = bridge.root.filePath(u"contacts.sqlite"_s) }
    };
    QList<Responder> unanswered;
    std::unique_ptr<BridgeClient> gateway;
};

} // namespace zalo::test
