// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/localcures.h"

#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "core/errorentry.h"
#include "core/singleline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int MethodUnknown = -32601; // JSON-RPC
//! OpenClaw checks its whole configuration, and restarts the channel.
constexpr std::chrono::seconds Deadline { 30 };
constexpr std::chrono::milliseconds Retry { 500 }; // whether the Gateway is back

//! A value as a JSON text; null where there is none.
QJsonValue wireValue(const QJsonValue& value)
{
    if (value.isNull()) {
        return value;
    }
    // Qt writes arrays and objects only.
    const QByteArray list = QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

QJsonValue fromWire(const QJsonValue& text)
{
    const QByteArray list = '[' + text.toString().toUtf8() + ']';
    return text.isString() ? QJsonDocument::fromJson(list).array().at(0)
                           : QJsonValue(QJsonValue::Null);
}

QJsonArray changesJson(const QList<ConfigChange>& changes)
{
    QJsonArray json;
    for (const ConfigChange& change : changes) {
        json.append(QJsonObject { { u"path"_s, QJsonArray::fromStringList(change.path) },
                                  { u"before"_s, wireValue(change.before) },
                                  { u"after"_s, wireValue(change.after) } });
    }
    return json;
}

CurePlan planOf(const QString& profile, const QJsonObject& answer)
{
    CurePlan plan { profile, {}, answer[u"losesComments"].toBool() };
    const QJsonArray changes = answer[u"changes"].toArray();
    for (const auto& change : changes) {
        ConfigChange read { {}, fromWire(change[u"before"]), fromWire(change[u"after"]) };
        const QJsonArray path = change[u"path"].toArray();
        for (const auto& name : path) {
            read.path << name.toString();
        }
        plan.changes << read;
    }
    return plan;
}

Error errorOf(const RpcError& error)
{
    const QString detail = singleLine(error.data[u"detail"].toString());
    if (error.code == MethodUnknown) {
        return { ErrorKind::PluginLacks, {} };
    }
    if (error.kind == errorKindName(ErrorKind::Disconnected)) {
        return { ErrorKind::GatewayAway, {} };
    }
    if (error.kind == errorKindName(ErrorKind::TimedOut)) {
        return { ErrorKind::TimedOut, {} };
    }
    if (error.kind == u"configChanged") {
        return { ErrorKind::ConfigChanged, detail };
    }
    return { ErrorKind::OpenClawFailed, detail.isEmpty() ? singleLine(error.message) : detail };
}

} // namespace

LocalCures::LocalCures(BridgeServer& bridge, QObject* parent)
    : CureService(parent),
      m_bridge(bridge)
{ }

void LocalCures::plan(const QString& profile, Cure cure, const ThreadRef& thread,
                      const QString& senderId, QObject* context, Callback<CurePlan> done)
{
    BridgeConnection* gateway = gatewayOf(profile);
    if (!gateway) {
        done(failure(ErrorKind::GatewayAway));
        return;
    }
    gateway->request(context, u"policy.plan"_s,
                     { { u"profile"_s, profile },
                       { u"change"_s, cureName(cure) },
                       { u"threadId"_s, thread.id },
                       { u"isGroup"_s, thread.isGroup },
                       { u"senderId"_s, senderId } },
                     Deadline, [profile, done = std::move(done)](const RpcReply& reply) {
                         done(reply ? Result<CurePlan>(planOf(profile, *reply))
                                    : tl::unexpected(errorOf(reply.error())));
                     });
}

void LocalCures::apply(const CurePlan& plan, QObject* context, Callback<void> done)
{
    if (!gatewayOf(plan.profile)) {
        done(failure(ErrorKind::GatewayAway));
        return;
    }
    ask(plan, QDeadlineTimer(Deadline), boundTo<void>(context, std::move(done)));
}

//! The change restarts the channel, and with it the connection that the answer comes by. Asked for
//! again it is made once all the same, and then the answer says so.
void LocalCures::ask(const CurePlan& plan, QDeadlineTimer patience, const Callback<void>& done)
{
    const auto again = [this, plan, patience, done](const Error& error) {
        if (error.kind != ErrorKind::GatewayAway || patience.hasExpired()) {
            done(tl::unexpected(error));
            return;
        }
        QTimer::singleShot(Retry, this,
                           [this, plan, patience, done] { ask(plan, patience, done); });
    };
    BridgeConnection* gateway = gatewayOf(plan.profile);
    if (!gateway) {
        again({ ErrorKind::GatewayAway, {} });
        return;
    }
    gateway->request(
        this, u"policy.apply"_s,
        { { u"profile"_s, plan.profile }, { u"changes"_s, changesJson(plan.changes) } }, Deadline,
        [again, done](const RpcReply& reply) { reply ? done({}) : again(errorOf(reply.error())); });
}

//! The one that receives the profile's messages; null where there is none.
BridgeConnection* LocalCures::gatewayOf(const QString& profile) const
{
    const auto connections = m_bridge.connections();
    for (BridgeConnection* connection : connections) {
        if (connection->subscriptions.inboundProfiles.contains(profile)) {
            return connection;
        }
    }
    return nullptr;
}

} // namespace zalo
