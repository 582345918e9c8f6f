// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "bridgeapi/methods.h"
#include "bridgeapi/params.h"
#include "companion/snapshotprovider.h"
#include "health/statusjson.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

//! The snapshot for the bridge, made once for each change: status is asked for far more often.
class SnapshotCache
{
public:
    explicit SnapshotCache(const SnapshotProvider& snapshots)
        : m_snapshots(snapshots)
    { }

    void invalidate()
    {
        m_object = {};
        m_text.clear();
    }

    const QJsonObject& object()
    {
        if (m_object.isEmpty()) {
            m_object = statusJson(m_snapshots.snapshot());
        }
        return m_object;
    }

    const QByteArray& text()
    {
        if (m_text.isEmpty()) {
            m_text = compactJson(object());
        }
        return m_text;
    }

private:
    const SnapshotProvider& m_snapshots;
    QJsonObject m_object;
    QByteArray m_text;
};

} // namespace

void addStatusMethods(BridgeServer& server, SnapshotProvider& snapshots)
{
    const BridgeRoles all = BridgeRole::Gateway | BridgeRole::Cli | BridgeRole::Probe;
    const auto whole = std::make_shared<SnapshotCache>(snapshots);
    server.addMethod(u"status.get"_s, all,
                     [&snapshots, whole](BridgeConnection&, const QJsonObject& params,
                                         const Responder& responder) {
                         const Result<QString> profile = profileParam(params);
                         if (!profile) {
                             responder.refuse(profile.error());
                             return;
                         }
                         if (params.contains(u"profile")) {
                             responder.answer(statusJson(snapshots.snapshot(), *profile));
                         } else {
                             responder.answerCompact(whole->text());
                         }
                     });
    server.addMethod(
        u"status.subscribe"_s, BridgeRole::Gateway | BridgeRole::Cli,
        [whole](BridgeConnection& connection, const QJsonObject&, const Responder& responder) {
            connection.subscriptions.status = true;
            responder.answerCompact(whole->text());
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
