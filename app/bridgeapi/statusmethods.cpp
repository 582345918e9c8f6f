// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "companion/companion.h"
#include "bridgeapi/methods.h"
#include "bridgeapi/params.h"
#include "companion/snapshotjson.h"

#include <memory>

namespace zalo {
namespace {

//! The snapshot for the bridge, made once for each change: status is asked for far more often.
class SnapshotObject
{
public:
    explicit SnapshotObject(const Companion& companion)
        : m_companion(companion)
    { }

    void forget() { m_object = {}; }

    const QJsonObject& object()
    {
        if (m_object.isEmpty()) {
            m_object = toJson(m_companion.snapshot());
        }
        return m_object;
    }

private:
    const Companion& m_companion;
    QJsonObject m_object;
};

} // namespace

void addStatusMethods(BridgeServer& server, Companion& companion)
{
    const BridgeRoles all = BridgeRole::Gateway | BridgeRole::Cli | BridgeRole::Probe;
    const auto whole = std::make_shared<SnapshotObject>(companion);
    server.addMethod(QStringLiteral("status.get"), all,
                     [&companion, whole](BridgeConnection&, const QJsonObject& params,
                                         const Responder& responder) {
                         const Result<QString> profile = profileParam(params);
                         if (!profile) {
                             responder.refuse(profile.error());
                             return;
                         }
                         responder.answer(params.contains(u"profile")
                                              ? toJson(companion.snapshot(), *profile)
                                              : whole->object());
                     });
    server.addMethod(
        QStringLiteral("status.subscribe"), BridgeRole::Gateway | BridgeRole::Cli,
        [whole](BridgeConnection& connection, const QJsonObject&, const Responder& responder) {
            connection.subscriptions.status = true;
            responder.answer(whole->object());
        });
    QObject::connect(&companion, &Companion::snapshotChanged, &server, [&server, whole] {
        whole->forget();
        const auto connections = server.connections();
        for (BridgeConnection* connection : connections) {
            if (connection->subscriptions.status) {
                connection->notify(QStringLiteral("status.changed"), whole->object());
            }
        }
    });
}

} // namespace zalo
