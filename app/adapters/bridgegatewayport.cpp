// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "adapters/bridgegatewayport.h"

#include "adapters/deliverypayload.h"
#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "contacts/contactstore.h"
#include "core/errorentry.h"
#include "core/singleline.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

Result<void> accepted(const RpcReply& reply)
{
    if (reply) {
        return (*reply)[u"accepted"].toBool()
            ? Result<void>()
            : failure(ErrorKind::GatewayRefused, u"no “accepted” in its answer"_s);
    }
    const RpcError& error = reply.error();
    if (error.kind == errorKindName(ErrorKind::Disconnected)) {
        return failure(ErrorKind::Disconnected);
    }
    if (error.kind == errorKindName(ErrorKind::TimedOut)) {
        return failure(ErrorKind::TimedOut, u"inbound.deliver"_s);
    }
    // Its message may quote what it was given; only the kind of refusal is kept.
    const QString why = error.kind.isEmpty() ? QString::number(error.code) : singleLine(error.kind);
    return failure(error.code == int(ErrorCode::BadParams) ? ErrorKind::GatewayRefused
                                                           : ErrorKind::GatewayFailed,
                   why);
}

} // namespace

BridgeGatewayPort::BridgeGatewayPort(BridgeServer& server, ContactStore& contacts,
                                     const Policy& policy)
    : m_server(server),
      m_contacts(contacts),
      m_policy(policy)
{ }

void BridgeGatewayPort::deliver(const InboundRow& row, bool isBacklog, QObject* context,
                                Callback<void> done)
{
    QJsonObject params = deliveryParams(row, isBacklog);
    if (!row.thread.isGroup || params.contains(u"threadName")) {
        request(row.profile, params, context, std::move(done));
        return;
    }
    m_contacts.findGroup(
        row.profile, row.thread.id, context,
        [this, profile = row.profile, params = std::move(params), context,
         done = std::move(done)](const Result<std::optional<Group>>& group) mutable {
            if (group && *group && !(*group)->name.isEmpty()) {
                params[u"threadName"_s] = (*group)->name;
            }
            request(profile, params, context, std::move(done));
        });
}

void BridgeGatewayPort::request(const QString& profile, const QJsonObject& params, QObject* context,
                                Callback<void> done)
{
    const auto connections = m_server.connections();
    for (BridgeConnection* connection : connections) {
        if (connection->subscriptions.inboundProfiles.contains(profile)) {
            connection->request(
                context, u"inbound.deliver"_s, params, m_policy.deliverDeadline,
                [done = std::move(done)](const RpcReply& reply) { done(accepted(reply)); });
            return;
        }
    }
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done(failure(ErrorKind::Disconnected)); },
        Qt::QueuedConnection);
}

} // namespace zalo
