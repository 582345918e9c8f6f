// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "bridgeapi/methods.h"
#include "bridgeapi/params.h"
#include "companion/deliveryservice.h"
#include "companion/sessionservice.h"
#include "core/singleline.h"
#include "relay/inboundrelay.h"

#include <QJsonArray>

#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int MaxProfiles = 32;
constexpr int MaxMessageIdUnits = 100;
constexpr int MaxReasonUnits = 500;

Result<QStringList> profilesParam(const QJsonObject& params)
{
    const QJsonArray names = params[u"profiles"].toArray();
    QStringList profiles;
    for (const auto& name : names) {
        if (!isProfileName(name.toString())) {
            return failure(
                ErrorKind::BadRequest,
                u"“profiles” must be names of letters, digits, _ and -, which is not the first"_s);
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

//! A code that this version knows with its detail, else the sentence beside it.
Result<OutcomeReason> reasonParam(const QJsonObject& params)
{
    const Result<QString> code = optionalTextParam(params, u"code", MaxReasonUnits);
    const Result<QString> detail = optionalTextParam(params, u"detail", MaxReasonUnits);
    const Result<QString> reason = optionalTextParam(params, u"reason", MaxReasonUnits);
    for (const auto* value : { &code, &detail, &reason }) {
        if (!*value) {
            return tl::unexpected(value->error());
        }
    }
    const std::optional<OutcomeCode> known = outcomeCode(*code);
    return OutcomeReason { known, singleLine(known ? *detail : *reason) };
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

//! Answers, then begins: the client is ready for the first delivery.
void startDelivery(InboundRelay& relay, const BridgeConnection& connection,
                   const QStringList& profiles, const QJsonObject& pending,
                   const Responder& responder)
{
    if (!connection.isOpen()) {
        return;
    }
    responder.answer({ { u"pending"_s, pending } });
    for (const QString& profile : profiles) {
        // Another subscription of this connection may have left it out meanwhile.
        if (connection.subscriptions.inboundProfiles.contains(profile)) {
            relay.onGatewayConnected(profile);
        }
    }
}

void subscribe(const BridgeServer& server, SessionService& sessions, InboundRelay& relay,
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
    for (const QString& profile : profiles) {
        if (const Result<void> adopted = sessions.adopt(profile); !adopted) {
            responder.refuse(adopted.error());
            return;
        }
    }
    const QStringList before = connection.subscribe(profiles);
    for (const QString& profile : before) {
        if (!profiles.contains(profile)) {
            relay.onGatewayDisconnected(profile);
        }
    }
    struct Waiting
    {
        QJsonObject counts;
        qsizetype unanswered;
    };
    const auto waiting = std::make_shared<Waiting>(Waiting { {}, profiles.size() });
    for (const QString& profile : profiles) {
        relay.countWaiting(profile, &connection,
                           [&relay, &connection, profiles, waiting, responder,
                            profile](const Result<qint64>& count) {
                               if (count) {
                                   waiting->counts.insert(profile, *count);
                               }
                               if (--waiting->unanswered == 0) {
                                   startDelivery(relay, connection, profiles, waiting->counts,
                                                 responder);
                               }
                           });
    }
}

void recordOutcome(DeliveryService& delivery, BridgeConnection& connection,
                   const QJsonObject& params, const Responder& responder)
{
    const Result<QString> profile = profileParam(params);
    const Result<QString> msgId = textParam(params, u"msgId", MaxMessageIdUnits);
    // Plugins before this version do not name the thread.
    const Result<QString> threadId = optionalTextParam(params, u"threadId", MaxMessageIdUnits);
    const Result<OutcomeReason> reason = reasonParam(params);
    const std::optional<InboundOutcome> outcome = inboundOutcome(params[u"outcome"].toString());
    for (const auto* value : { &profile, &msgId, &threadId }) {
        if (!*value) {
            responder.refuse(value->error());
            return;
        }
    }
    if (!reason) {
        responder.refuse(reason.error());
        return;
    }
    if (!outcome || *outcome == InboundOutcome::None) {
        responder.refuse(
            { ErrorKind::BadRequest, u"“outcome” must be dispatched, dropped or failed"_s });
        return;
    }
    delivery.recordOutcome(
        *profile, *msgId, *threadId, *outcome, *reason, &connection,
        [responder](const Result<bool>& known) {
            known ? responder.answer({ { u"known"_s, *known } }) : responder.refuse(known.error());
        });
}

} // namespace

void addInboundMethods(BridgeServer& server, SessionService& sessions, DeliveryService& delivery,
                       InboundRelay& relay)
{
    server.addMethod(
        u"inbound.subscribe"_s, BridgeRole::Gateway,
        [&server, &sessions, &relay](BridgeConnection& connection, const QJsonObject& params,
                                     const Responder& responder) {
            const Result<QStringList> profiles = profilesParam(params);
            profiles ? subscribe(server, sessions, relay, connection, *profiles, responder)
                     : responder.refuse(profiles.error());
        });
    server.addMethod(u"inbound.outcome"_s, BridgeRole::Gateway,
                     [&delivery](BridgeConnection& connection, const QJsonObject& params,
                                 const Responder& responder) {
                         recordOutcome(delivery, connection, params, responder);
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
