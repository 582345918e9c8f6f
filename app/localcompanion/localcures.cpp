// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/localcures.h"

#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "core/errorentry.h"
#include "core/logging.h"
#include "core/singleline.h"
#include "localcompanion/configchangejson.h"
#include "localcompanion/curejournal.h"

#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int MethodUnknown = -32601; // JSON-RPC
//! OpenClaw checks its whole configuration, and restarts the channel.
constexpr std::chrono::seconds Deadline { 30 };
constexpr std::chrono::milliseconds Retry { 500 }; // whether the Gateway is back

CurePlan planOf(const QString& profile, const QJsonObject& answer)
{
    return { profile, configChangesIn(answer[u"changes"].toArray()),
             answer[u"losesComments"].toBool() };
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

//! Whatever else went wrong, the change may have been made.
bool isUnchanged(const Error& error)
{
    return error.kind == ErrorKind::ConfigChanged || error.kind == ErrorKind::OpenClawFailed
        || error.kind == ErrorKind::PluginLacks;
}

} // namespace

LocalCures::LocalCures(BridgeServer& bridge, CureJournal& journal, QObject* parent)
    : CureService(parent),
      m_bridge(bridge),
      m_journal(journal)
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

//! What undoes it is stored before: a program that ends meanwhile finds it.
void LocalCures::apply(const CuredMessage& message, const CurePlan& plan, QObject* context,
                       Callback<void> done)
{
    if (!gatewayOf(message.profile)) {
        done(failure(ErrorKind::GatewayAway));
        return;
    }
    if (const Result<void> noted = m_journal.insert(message, plan); !noted) {
        done(noted);
        return;
    }
    m_held.removeAll(message);
    ask(plan, QDeadlineTimer(Deadline),
        [this, message, reply = boundTo<void>(context, std::move(done))](const Result<void>& made) {
            if (made) {
                m_held << message;
            } else if (isUnchanged(made.error())) {
                forget(message);
            }
            reply(made);
        });
}

CureUndo LocalCures::undoState(const CuredMessage& message)
{
    return m_held.contains(message) ? CureUndo::Possible
        : m_journal.find(message)   ? CureUndo::Unchecked
                                    : CureUndo::None;
}

void LocalCures::checkUndo(const CuredMessage& message, QObject* context, Callback<bool> done)
{
    const std::optional<CurePlan> plan = m_journal.find(message);
    BridgeConnection* gateway = gatewayOf(message.profile);
    if (!plan || !gateway) {
        done(failure(plan ? ErrorKind::GatewayAway : ErrorKind::BadRequest));
        return;
    }
    gateway->request(
        this, u"policy.plan"_s,
        { { u"profile"_s, message.profile }, { u"changes"_s, toJson(plan->inverse().changes) } },
        Deadline,
        [this, message, reply = boundTo<bool>(context, std::move(done))](const RpcReply& answered) {
            if (!answered && errorOf(answered.error()).kind != ErrorKind::ConfigChanged) {
                reply(tl::unexpected(errorOf(answered.error())));
                return;
            }
            const bool isHeld = answered && !planOf({}, *answered).changes.isEmpty();
            if (!isHeld) {
                forget(message);
            } else if (!m_held.contains(message)) {
                m_held << message;
            }
            reply(isHeld);
        });
}

void LocalCures::undo(const CuredMessage& message, QObject* context, Callback<void> done)
{
    const std::optional<CurePlan> plan = m_journal.find(message);
    if (!plan || !gatewayOf(message.profile)) {
        done(failure(plan ? ErrorKind::GatewayAway : ErrorKind::BadRequest));
        return;
    }
    ask(plan->inverse(), QDeadlineTimer(Deadline),
        [this, message, reply = boundTo<void>(context, std::move(done))](const Result<void>& made) {
            if (made || made.error().kind == ErrorKind::ConfigChanged) {
                forget(message);
            }
            reply(made);
        });
}

//! There is nothing to undo any more.
void LocalCures::forget(const CuredMessage& message)
{
    m_held.removeAll(message);
    if (const Result<void> removed = m_journal.remove(message); !removed) {
        qCWarning(lcApp).noquote() << errorText(removed.error(), TextLanguage::English);
    }
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
        { { u"profile"_s, plan.profile }, { u"changes"_s, toJson(plan.changes) } }, Deadline,
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
