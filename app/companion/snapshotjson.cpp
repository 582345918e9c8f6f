// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companion/snapshotjson.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

QJsonValue timeOrNull(qint64 ms)
{
    return ms > 0 ? QJsonValue(ms) : QJsonValue();
}

QJsonValue errorOrNull(const std::optional<Error>& error, TextLanguage language)
{
    if (!error) {
        return {};
    }
    return QJsonObject { { u"kind"_s, errorKindName(error->kind) },
                         { u"text"_s, errorText(*error, language) } };
}

QJsonValue reasonOrNull(const std::optional<StateReason>& reason, TextLanguage language)
{
    if (!reason) {
        return {};
    }
    return QJsonObject { { u"kind"_s, stateReasonName(*reason) },
                         { u"text"_s, stateReasonText(*reason, language) } };
}

QJsonObject zcaJson(const Snapshot& snapshot, TextLanguage language)
{
    if (snapshot.zcaError) {
        return { { u"error"_s, errorOrNull(snapshot.zcaError, language) } };
    }
    QJsonArray actions;
    for (const MessageAction action : snapshot.zcaActions) {
        actions.append(messageActionName(action));
    }
    return { { u"path"_s, snapshot.zcaPath },
             { u"version"_s, snapshot.zcaVersion },
             { u"dialect"_s,
               snapshot.zcaPath.isEmpty() ? QString() : zcaDialectName(snapshot.zcaDialect) },
             { u"can"_s, actions } };
}

QString modeName(RunMode mode)
{
    switch (mode) {
    case RunMode::Headless:
        return u"headless"_s;
    case RunMode::Window:
        return u"window"_s;
    case RunMode::Demo:
        return u"demo"_s;
    }
    Q_UNREACHABLE();
}

QString deliveryName(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Running:
        return u"Running"_s;
    case DeliveryState::Paused:
        return u"Paused"_s;
    case DeliveryState::StorageLocked:
        return u"StorageLocked"_s;
    case DeliveryState::StorageReadOnly:
        return u"StorageReadOnly"_s;
    case DeliveryState::StorageFull:
        return u"StorageFull"_s;
    case DeliveryState::StorageFailing:
        return u"StorageFailing"_s;
    case DeliveryState::StorageDamaged:
        return u"StorageDamaged"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject queueJson(const QueueDepths& queue)
{
    return { { u"inboundWaiting"_s, queue.inboundWaiting },
             { u"inboundDead"_s, queue.inboundDead },
             { u"inboundExpired"_s, queue.inboundExpired },
             { u"outboundWaiting"_s, queue.outboundWaiting },
             { u"outboundUncertain"_s, queue.outboundUncertain },
             { u"inboundFailed"_s, queue.inboundFailed },
             { u"outboundFailed"_s, queue.outboundFailed } };
}

QueueDepths depthsOf(const RelayCounts& counts)
{
    return { counts.inboundWaiting,  counts.inboundDead,       counts.inboundExpired,
             counts.outboundWaiting, counts.outboundUncertain, counts.inboundFailed,
             counts.outboundFailed };
}

QJsonObject waitingJson(const ProfileSnapshot& profile)
{
    return { { u"chats"_s, profile.waiting.count },
             { u"since"_s, timeOrNull(profile.waiting.sinceMs) },
             { u"pausedChats"_s, profile.waitingPaused.count },
             { u"pausedSince"_s, timeOrNull(profile.waitingPaused.sinceMs) },
             { u"overdue"_s, profile.isWaitOverdue } };
}

QJsonObject profileJson(const ProfileSnapshot& profile, TextLanguage language)
{
    QJsonValue account;
    if (profile.account) {
        account = QJsonObject { { u"userId"_s, profile.account->userId },
                                { u"displayName"_s, profile.account->displayName },
                                { u"avatar"_s, profile.account->avatar } };
    }
    const QJsonObject session {
        { u"state"_s, sessionStateName(profile.session.state) },
        { u"text"_s, sessionStateText(profile.session.state, language) },
        { u"since"_s, timeOrNull(profile.session.sinceMs) },
        { u"lastVerifiedAt"_s, timeOrNull(profile.session.lastVerifiedAtMs) },
        { u"reason"_s, reasonOrNull(profile.session.reason, language) },
        { u"nextStep"_s,
          QJsonObject { { u"kind"_s, nextStepName(profile.session.nextStep) },
                        { u"text"_s, nextStepText(profile.session.nextStep, language) } } },
        { u"retry"_s,
          QJsonObject { { u"nextAt"_s, timeOrNull(profile.session.retry.nextTryMs) },
                        { u"failedConnections"_s, profile.session.retry.failedConnections },
                        { u"refusedLogins"_s, profile.session.retry.refusedLogins } } },
    };
    QJsonArray gaps;
    for (const ConnectionGap& gap : profile.gaps) {
        gaps.append(QJsonObject { { u"from"_s, timeOrNull(gap.fromMs) },
                                  { u"to"_s, timeOrNull(gap.toMs) },
                                  { u"cause"_s, gapCauseName(gap.cause) },
                                  { u"recovery"_s, gapRecoveryName(gap.recovery) },
                                  { u"recovered"_s, gap.recovered } });
    }
    QJsonArray history;
    for (const SessionChange& change : profile.history) {
        history.append(QJsonObject { { u"at"_s, timeOrNull(change.atMs) },
                                     { u"state"_s, sessionStateName(change.state) },
                                     { u"text"_s, sessionStateText(change.state, language) },
                                     { u"reason"_s, reasonOrNull(change.reason, language) } });
    }
    QJsonArray others;
    for (const WaitingAccount& other : profile.otherAccounts) {
        others.append(QJsonObject { { u"userId"_s, other.userId },
                                    { u"displayName"_s, other.name },
                                    { u"queue"_s, queueJson(depthsOf(other.counts)) } });
    }
    QJsonArray pauses;
    for (const ThreadPause& pause : profile.pauses) {
        pauses.append(QJsonObject { { u"threadId"_s, pause.lane.thread.id },
                                    { u"isGroup"_s, pause.lane.thread.isGroup },
                                    { u"until"_s, timeOrNull(pause.untilMs) },
                                    { u"cause"_s, pauseCauseName(pause.cause) } });
    }
    const bool coolDown = profile.coolDownUntilMs > 0;
    return {
        { u"profile"_s, profile.profile },
        { u"label"_s, profile.label.isEmpty() ? QJsonValue() : QJsonValue(profile.label) },
        { u"account"_s, account },
        { u"gatewayAccounts"_s, QJsonArray::fromStringList(profile.gatewayAccounts) },
        { u"session"_s, session },
        { u"sending"_s,
          QJsonObject { { u"state"_s, coolDown ? u"CoolDown"_s : u"Running"_s },
                        { u"until"_s, timeOrNull(profile.coolDownUntilMs) } } },
        { u"queue"_s, queueJson(profile.queue) },
        { u"waiting"_s, waitingJson(profile) },
        { u"otherAccounts"_s, others },
        { u"backlog"_s,
          profile.backlog.total > 0 ? QJsonValue(QJsonObject {
              { u"done"_s, profile.backlog.done }, { u"total"_s, profile.backlog.total } })
                                    : QJsonValue() },
        { u"pausedThreads"_s, pauses },
        { u"lastIn"_s, timeOrNull(profile.lastInMs) },
        { u"lastOut"_s, timeOrNull(profile.lastOutMs) },
        { u"connectionGaps"_s, gaps },
        { u"history"_s, history },
    };
}

//! Without code and text: they are for who sits at this machine.
QJsonObject pairingJson(const PairingRequest& request)
{
    return {
        { u"requestId"_s, request.requestId }, { u"gateway"_s, request.gatewayId },
        { u"profile"_s, request.profile },     { u"senderId"_s, request.senderId },
        { u"name"_s, request.name },           { u"createdAt"_s, timeOrNull(request.createdAtMs) }
    };
}

QJsonObject bridgeJson(const Snapshot& snapshot)
{
    QJsonArray gateways;
    for (const GatewayInfo& gateway : snapshot.gateways) {
        gateways.append(QJsonObject {
            { u"id"_s, gateway.id },
            { u"label"_s, gateway.label },
            { u"state"_s, gateway.approved ? u"approved"_s : u"pending"_s },
            { u"connected"_s, gateway.connected },
            { u"plugin"_s, gateway.plugin.isEmpty() ? QJsonValue() : QJsonValue(gateway.plugin) },
            { u"pluginOutdated"_s, gateway.pluginOutdated },
            { u"missing"_s, QJsonArray::fromStringList(gateway.missing) },
            { u"lastSeen"_s, timeOrNull(gateway.lastSeenMs) } });
    }
    return { { u"state"_s,
               snapshot.bridgeState ? bridgeStateName(*snapshot.bridgeState) : QString() },
             { u"since"_s, timeOrNull(snapshot.bridgeSinceMs) },
             { u"path"_s, snapshot.bridgePath },
             { u"gateways"_s, gateways } };
}

} // namespace

QJsonObject toJson(const Snapshot& snapshot, const QString& profile, TextLanguage language)
{
    QJsonArray profiles;
    for (const ProfileSnapshot& candidate : snapshot.profiles) {
        if (profile.isEmpty() || candidate.profile == profile) {
            profiles.append(profileJson(candidate, language));
        }
    }
    QJsonArray pairings;
    for (const PairingRequest& request : snapshot.pairings) {
        if (profile.isEmpty() || request.profile == profile) {
            pairings.append(pairingJson(request));
        }
    }
    return {
        { u"companion"_s,
          QJsonObject { { u"version"_s, snapshot.version },
                        { u"pid"_s, snapshot.pid },
                        { u"mode"_s, modeName(snapshot.mode) },
                        { u"startedAt"_s, timeOrNull(snapshot.startedMs) } } },
        { u"zca"_s, zcaJson(snapshot, language) },
        { u"secrets"_s,
          QJsonObject { { u"store"_s, secretKindName(snapshot.secrets.kind) },
                        { u"text"_s, snapshot.secrets.text } } },
        { u"bridge"_s, bridgeJson(snapshot) },
        { u"delivery"_s,
          QJsonObject { { u"state"_s, deliveryName(snapshot.delivery) },
                        { u"since"_s, timeOrNull(snapshot.deliverySinceMs) },
                        { u"text"_s,
                          snapshot.storageError ? errorText(*snapshot.storageError, language)
                                                : QString() } } },
        { u"pairings"_s, pairings },
        { u"profiles"_s, profiles },
    };
}

} // namespace zalo
