// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "bridgeapi/methods.h"
#include "bridgeapi/params.h"
#include "companion/companion.h"
#include "relay/inboundrelay.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int MaxProfiles = 32;
constexpr int MaxIdUnits = 100;
constexpr int MaxReasonUnits = 500;

Result<QStringList> profilesParam(const QJsonObject& params)
{
    const QJsonArray names = params[u"profiles"].toArray();
    QStringList profiles;
    for (const auto& name : names) {
        if (!isProfileName(name.toString())) {
            return failure(ErrorKind::BadRequest,
                           u"“profiles” must be names of letters, digits, - and _"_s);
        }
        profiles << name.toString();
    }
    profiles.removeDuplicates();
    if (profiles.isEmpty() || profiles.size() > MaxProfiles) {
        return failure(ErrorKind::BadRequest,
                       u"“profiles” must name 1 to %1 profiles"_s.arg(MaxProfiles));
    }
    return profiles;
}

//! The Gateway, other than `except`, that receives `profile`; null when there is none.
BridgeConnection* receiver(const BridgeServer& server, const QString& profile,
                           const BridgeConnection* except)
{
    const auto connections = server.connections();
    for (BridgeConnection* connection : connections) {
        if (connection != except && connection->subscriptions.inboundProfiles.contains(profile)) {
            return connection;
        }
    }
    return nullptr;
}

void subscribe(const BridgeServer& server, Companion& companion, InboundRelay& relay,
               BridgeConnection& connection, const QStringList& profiles,
               const Responder& responder)
{
    for (const QString& profile : profiles) {
        if (const BridgeConnection* other = receiver(server, profile, &connection)) {
            RpcError error = rpcErrorFor({ ErrorKind::ProfileInUse, other->peer().label });
            error.data[u"gateway"_s] = other->peer().label;
            responder.refuse(error);
            return;
        }
    }
    const QStringList left = connection.subscriptions.inboundProfiles;
    connection.subscriptions.inboundProfiles = profiles;
    QJsonObject pending;
    for (const QString& profile : profiles) {
        companion.adopt(profile);
        const ProfileSnapshot* known = companion.snapshot().find(profile);
        pending[profile] = known ? known->queue.inboundWaiting : 0;
    }
    // Answered before the first delivery, so that the client is ready for it.
    responder.answer({ { u"pending"_s, pending } });
    for (const QString& profile : left) {
        if (!profiles.contains(profile)) {
            relay.onGatewayDisconnected(profile);
        }
    }
    for (const QString& profile : profiles) {
        relay.onGatewayConnected(profile);
    }
}

QJsonObject activityJson(const ActivityItem& item)
{
    const auto kind = [&item] {
        switch (item.kind) {
        case ActivityItem::Kind::Inbound:
            return u"in"_s;
        case ActivityItem::Kind::Outbound:
            return u"out"_s;
        case ActivityItem::Kind::Gap:
            return u"gap"_s;
        }
        Q_UNREACHABLE();
    };
    QJsonObject json { { u"kind"_s, kind() },
                       { u"time"_s, item.timeMs },
                       { u"profile"_s, item.profile },
                       { u"threadId"_s, item.thread.id },
                       { u"isGroup"_s, item.thread.isGroup },
                       { u"state"_s, stateName(item.state) },
                       { u"outcome"_s, outcomeName(item.outcome) },
                       { u"reason"_s,
                         item.kind == ActivityItem::Kind::Gap ? gapCauseName(item.cause)
                                                              : item.reason },
                       { u"attempts"_s, item.attempts },
                       { u"messageId"_s, item.messageId },
                       { u"end"_s, item.endMs > 0 ? QJsonValue(item.endMs) : QJsonValue() } };
    if (item.error) {
        json[u"error"_s] =
            QJsonObject { { u"kind"_s, errorKindName(item.error->kind) },
                          { u"text"_s, errorText(*item.error, TextLanguage::English) } };
    }
    return json;
}

void listActivity(Companion& companion, BridgeConnection& connection, const QJsonObject& params,
                  const Responder& responder)
{
    const Result<ContactQuery> list = listParams(params);
    const Result<QString> profile = profileParam(params);
    if (!list || !profile) {
        responder.refuse(list ? profile.error() : list.error());
        return;
    }
    ActivityQuery query;
    query.profile = *profile;
    query.limit = list->limit;
    query.cursor = list->cursor;
    companion.activity(query, &connection, [responder](const Result<ActivityList>& page) {
        if (!page) {
            responder.refuse(page.error());
            return;
        }
        QJsonArray items;
        for (const ActivityItem& item : page->items) {
            items.append(activityJson(item));
        }
        QJsonObject json { { u"items"_s, items } };
        if (!page->nextCursor.isEmpty()) {
            json[u"nextCursor"_s] = page->nextCursor;
        }
        responder.answer(json);
    });
}

void recordOutcome(Companion& companion, BridgeConnection& connection, const QJsonObject& params,
                   const Responder& responder)
{
    const Result<QString> profile = profileParam(params);
    const Result<QString> msgId = textParam(params, u"msgId", MaxIdUnits);
    const Result<QString> reason = optionalTextParam(params, u"reason", MaxReasonUnits);
    const std::optional<InboundOutcome> outcome = inboundOutcome(params[u"outcome"].toString());
    for (const auto* value : { &profile, &msgId, &reason }) {
        if (!*value) {
            responder.refuse(value->error());
            return;
        }
    }
    if (!outcome || *outcome == InboundOutcome::None) {
        responder.refuse(
            { ErrorKind::BadRequest, u"“outcome” must be dispatched, dropped or failed"_s });
        return;
    }
    companion.recordOutcome(
        *profile, *msgId, *outcome, *reason, &connection, [responder](const Result<bool>& known) {
            known ? responder.answer({ { u"known"_s, *known } }) : responder.refuse(known.error());
        });
}

} // namespace

void addInboundMethods(BridgeServer& server, Companion& companion, InboundRelay& relay)
{
    server.addMethod(
        u"inbound.subscribe"_s, BridgeRole::Gateway,
        [&server, &companion, &relay](BridgeConnection& connection, const QJsonObject& params,
                                      const Responder& responder) {
            const Result<QStringList> profiles = profilesParam(params);
            profiles ? subscribe(server, companion, relay, connection, *profiles, responder)
                     : responder.refuse(profiles.error());
        });
    server.addMethod(u"inbound.outcome"_s, BridgeRole::Gateway,
                     [&companion](BridgeConnection& connection, const QJsonObject& params,
                                  const Responder& responder) {
                         recordOutcome(companion, connection, params, responder);
                     });
    server.addMethod(u"activity.list"_s, BridgeRole::Gateway | BridgeRole::Cli,
                     [&companion](BridgeConnection& connection, const QJsonObject& params,
                                  const Responder& responder) {
                         listActivity(companion, connection, params, responder);
                     });
    QObject::connect(&server, &BridgeServer::closed, &relay,
                     [&server, &relay](BridgeConnection* connection) {
                         for (const QString& profile :
                              std::as_const(connection->subscriptions.inboundProfiles)) {
                             if (!receiver(server, profile, connection)) {
                                 relay.onGatewayDisconnected(profile);
                             }
                         }
                     });
}

} // namespace zalo
