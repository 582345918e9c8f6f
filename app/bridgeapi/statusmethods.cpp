// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "bridgeapi/methods.h"
#include "bridgeapi/params.h"
#include "companion/snapshotjson.h"
#include "companion/snapshotprovider.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

//! The snapshot for the bridge, made once for each change: status is asked for far more often.
class SnapshotObject
{
public:
    explicit SnapshotObject(const SnapshotProvider& snapshots)
        : m_snapshots(snapshots)
    { }

    void invalidate() { m_object = {}; }

    const QJsonObject& object()
    {
        if (m_object.isEmpty()) {
            m_object = toJson(m_snapshots.snapshot());
        }
        return m_object;
    }

private:
    const SnapshotProvider& m_snapshots;
    QJsonObject m_object;
};

} // namespace

void addStatusMethods(BridgeServer& server, SnapshotProvider& snapshots)
{
    const BridgeRoles all = BridgeRole::Gateway | BridgeRole::Cli | BridgeRole::Probe;
    const auto whole = std::make_shared<SnapshotObject>(snapshots);
    server.addMethod(u"status.get"_s, all,
                     [&snapshots, whole](BridgeConnection&, const QJsonObject& params,
                                         const Responder& responder) {
                         const Result<QString> profile = profileParam(params);
                         if (!profile) {
                             responder.refuse(profile.error());
                             return;
                         }
                         responder.answer(params.contains(u"profile")
                                              ? toJson(snapshots.snapshot(), *profile)
                                              : whole->object());
                     });
    server.addMethod(
        u"status.subscribe"_s, BridgeRole::Gateway | BridgeRole::Cli,
        [whole](BridgeConnection& connection, const QJsonObject&, const Responder& responder) {
            connection.subscriptions.status = true;
            responder.answer(whole->object());
        });
    QObject::connect(&snapshots, &SnapshotProvider::snapshotChanged, &server, [&server, whole] {
        whole->invalidate();
        const auto connections = server.connections();
        for (BridgeConnection* connection : connections) {
            if (connection->subscriptions.status) {
                connection->notify(u"status.changed"_s, whole->object());
            }
        }
    });
}

} // namespace zalo
