// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "companion.h"
#include "methods/methods.h"
#include "methods/params.h"
#include "snapshotjson.h"

namespace zalo {

void addStatusMethods(BridgeServer& server, Companion& companion)
{
    const BridgeRoles all = BridgeRole::Gateway | BridgeRole::Cli | BridgeRole::Probe;
    server.addMethod(
        QStringLiteral("status.get"), all,
        [&companion](BridgeConnection&, const QJsonObject& params, const Responder& responder) {
            const Result<QString> profile = profileParam(params);
            if (!profile) {
                responder.refuse(profile.error());
                return;
            }
            responder.answer(
                toJson(companion.snapshot(), params.contains(u"profile") ? *profile : QString()));
        });
    server.addMethod(
        QStringLiteral("status.subscribe"), BridgeRole::Gateway | BridgeRole::Cli,
        [&companion](BridgeConnection& connection, const QJsonObject&, const Responder& responder) {
            connection.subscriptions.status = true;
            responder.answer(toJson(companion.snapshot()));
        });
    QObject::connect(&companion, &Companion::snapshotChanged, &server, [&server, &companion] {
        QJsonObject snapshot;
        const auto connections = server.connections();
        for (BridgeConnection* connection : connections) {
            if (connection->subscriptions.status) {
                if (snapshot.isEmpty()) {
                    snapshot = toJson(companion.snapshot());
                }
                connection->notify(QStringLiteral("status.changed"), snapshot);
            }
        }
    });
}

} // namespace zalo
