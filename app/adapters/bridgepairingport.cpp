// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "adapters/bridgepairingport.h"

#include "adapters/gatewayaccounts.h"
#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "contacts/contactstore.h"
#include "core/errorentry.h"
#include "core/ids.h"
#include "core/singleline.h"
#include "messagestore/activitystore.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int MethodUnknown = -32601; // JSON-RPC
constexpr qsizetype MaxIdUnits = 200;
//! So many of the newest messages of a chat are looked through for one with words.
constexpr int RecentMessages = 20;

//! An id or a code; empty where it is none that could be sent back or shown as it is.
QString idFrom(const QJsonValue& value)
{
    const QString id = value.toString();
    return id.size() <= MaxIdUnits && id == singleLine(id) ? id : QString();
}

QList<PairingRequest> requestsFrom(const QString& gatewayId, const QJsonArray& listed)
{
    QList<PairingRequest> requests;
    for (const auto& one : listed) {
        PairingRequest request { .requestId = idFrom(one[u"requestId"]),
                                 .gatewayId = gatewayId,
                                 .accountId = idFrom(one[u"accountId"]),
                                 .senderId = idFrom(one[u"senderId"]),
                                 .name = foreignName(one[u"name"].toString()),
                                 .code = idFrom(one[u"code"]),
                                 .createdAtMs = one[u"createdAt"].toInteger() };
        const bool isWhole = !request.requestId.isEmpty() && !request.accountId.isEmpty()
            && !request.senderId.isEmpty();
        if (isWhole && requests.size() < BridgePairingPort::MaxRequests) {
            requests << request;
        }
    }
    return requests;
}

//! The newest words of this person.
QString wordsOf(const QString& senderId, const ActivityList& page)
{
    for (const ActivityItem& item : page.items) {
        if (item.kind == ActivityItem::Kind::Inbound && !item.thread.isGroup && item.text
            && item.text->senderId == senderId && !item.text->body.isEmpty()) {
            return item.text->body;
        }
    }
    return {};
}

bool isOfKind(const RpcError& error, ErrorKind kind)
{
    return error.kind == errorKindName(kind);
}

Error listingError(const RpcError& error)
{
    return { error.code == MethodUnknown                    ? ErrorKind::PluginLacks
                 : isOfKind(error, ErrorKind::Disconnected) ? ErrorKind::GatewayAway
                                                            : ErrorKind::PairingUnanswered,
             {} };
}

//! Why an answer was not given. Where the connection ended it may have been.
Error answeringError(const RpcError& error, const PairingRequest& request)
{
    if (error.code == MethodUnknown) {
        return { ErrorKind::PluginLacks, {} };
    }
    if (error.code == int(ErrorCode::BadParams)) {
        return { ErrorKind::PairingGone, {} };
    }
    if (error.kind != u"gatewayRefused") {
        return { ErrorKind::PairingUnanswered, {} };
    }
    QString command = singleLine(error.data[u"command"].toString());
    if (!request.code.isEmpty()) {
        command.replace(u"CODE"_s, request.code);
    }
    return { ErrorKind::PairingRefused, command };
}

} // namespace

BridgePairingPort::BridgePairingPort(BridgeServer& server, ActivityStore& activity,
                                     ContactStore& contacts, const Timing& timing, QObject* parent)
    : PairingPort(parent),
      m_server(server),
      m_activity(activity),
      m_contacts(contacts),
      m_timing(timing)
{
    connect(&server, &BridgeServer::associated, this, &BridgePairingPort::onAssociated);
    connect(&server, &BridgeServer::closed, this, &BridgePairingPort::onClosed);
}

void BridgePairingPort::onAssociated(BridgeConnection* connection)
{
    if (connection->peer().role != BridgeRole::Gateway) {
        return;
    }
    const auto report = [this, id = connection->peer().gatewayId] { emit changed(id); };
    // Queued: not from within the subscription.
    connect(connection, &BridgeConnection::subscribed, this, report, Qt::QueuedConnection);
    connect(connection, &BridgeConnection::pairingRequested, this, report);
}

void BridgePairingPort::onClosed(BridgeConnection* connection)
{
    const BridgePeer& peer = connection->peer();
    // Its place may have been taken by a newer one.
    if (peer.role == BridgeRole::Gateway && !m_server.gateway(peer.gatewayId)) {
        emit gone(peer.gatewayId);
    }
}

void BridgePairingPort::list(const QString& gatewayId, QObject* context,
                             Callback<QList<PairingRequest>> done)
{
    BridgeConnection* gateway = m_server.gateway(gatewayId);
    if (!gateway) {
        done(failure(ErrorKind::GatewayAway));
        return;
    }
    gateway->request(context, u"pairing.list"_s, {}, m_timing.pairingDeadline,
                     [this, gatewayId, context, done = std::move(done)](const RpcReply& reply) {
                         if (!reply) {
                             done(tl::unexpected(listingError(reply.error())));
                             return;
                         }
                         const QList<PairingRequest> requests =
                             requestsFrom(gatewayId, (*reply)[u"requests"].toArray());
                         if (requests.isEmpty()) {
                             done(requests);
                         } else {
                             readProfiles(gatewayId, requests, context, done);
                         }
                     });
}

//! Which profile the account is that was written to, only the Gateway knows.
void BridgePairingPort::readProfiles(const QString& gatewayId, QList<PairingRequest> requests,
                                     QObject* context, Callback<QList<PairingRequest>> done)
{
    BridgeConnection* gateway = m_server.gateway(gatewayId);
    if (!gateway) {
        done(failure(ErrorKind::GatewayAway));
        return;
    }
    gateway->request(context, u"gateway.info"_s, {}, m_timing.pairingDeadline,
                     [this, context, requests = std::move(requests),
                      done = std::move(done)](const RpcReply& reply) mutable {
                         if (!reply) {
                             done(tl::unexpected(listingError(reply.error())));
                             return;
                         }
                         QHash<QString, QString> profiles;
                         for (const GatewayAccount& account : gatewayAccountsIn(*reply)) {
                             profiles.insert(account.accountId, account.profile);
                         }
                         for (PairingRequest& request : requests) {
                             request.profile = profiles.value(request.accountId);
                         }
                         readPeople(std::move(requests), 0, context, std::move(done));
                     });
}

//! Puts in what each of them wrote and looks like, from the one at `next` on.
void BridgePairingPort::readPeople(QList<PairingRequest> requests, qsizetype next, QObject* context,
                                   Callback<QList<PairingRequest>> done)
{
    while (next < requests.size() && requests[next].profile.isEmpty()) {
        ++next;
    }
    if (next == requests.size()) {
        done(requests);
        return;
    }
    ActivityQuery query;
    query.profile = requests[next].profile;
    query.threadId = requests[next].senderId;
    query.limit = RecentMessages;
    query.withText = true;
    const ThreadRef chat { query.threadId, false };
    const auto onFace = [this, context, done = std::move(done),
                         next](QList<PairingRequest> withText, const ContactFace& face) {
        PairingRequest& request = withText[next];
        request.avatar = face.avatar;
        if (request.name.isEmpty()) {
            request.name = face.name;
        }
        readPeople(std::move(withText), next + 1, context, done);
    };
    m_activity.page(query, context,
                    [this, requests = std::move(requests), next, context, chat,
                     onFace](const Result<ActivityList>& page) mutable {
                        PairingRequest& request = requests[next];
                        if (page) {
                            request.text = wordsOf(request.senderId, *page);
                        }
                        m_contacts.faces(request.profile, { chat }, context,
                                         [requests, chat, onFace](const auto& faces) {
                                             onFace(requests,
                                                    faces ? faces->value(chat) : ContactFace());
                                         });
                    });
}

void BridgePairingPort::approve(const PairingRequest& request, QObject* context,
                                Callback<void> done)
{
    answer(u"pairing.approve"_s, request, context, std::move(done));
}

void BridgePairingPort::dismiss(const PairingRequest& request, QObject* context,
                                Callback<void> done)
{
    answer(u"pairing.dismiss"_s, request, context, std::move(done));
}

void BridgePairingPort::answer(const QString& method, const PairingRequest& request,
                               QObject* context, Callback<void> done)
{
    BridgeConnection* gateway = m_server.gateway(request.gatewayId);
    if (!gateway) {
        done(failure(ErrorKind::GatewayAway));
        return;
    }
    gateway->request(
        context, method,
        { { u"requestId"_s, request.requestId }, { u"accountId"_s, request.accountId } },
        m_timing.pairingDeadline, [request, done = std::move(done)](const RpcReply& reply) {
            done(reply ? Result<void>() : tl::unexpected(answeringError(reply.error(), request)));
        });
}

} // namespace zalo
