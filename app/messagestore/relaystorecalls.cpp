// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/activitytable.h"
#include "messagestore/inboundtable.h"
#include "messagestore/mediastore.h"
#include "messagestore/outboundtable.h"
#include "messagestore/profiletable.h"
#include "messagestore/relaybatch.h"
#include "messagestore/relaystore.h"
#include "messagestore/sessioneventtable.h"

#include <QFile>

// The calls of RelayStore: each is a statement for the worker. How they get there is in
// relaystore.cpp.

namespace zalo {
namespace {

constexpr int MaxPruned = 500; // rows of one transaction: other calls wait meanwhile

} // namespace

template <typename T>
void RelayStore::submit(WhenFull whenFull, const QString& profile,
                        std::function<Result<T>(Database&)> job, QObject* context, Reply<T> done)
{
    auto result = std::make_shared<Result<T>>(failure(ErrorKind::Internal));
    const Reply<T> reply = guarded<T>(context, std::move(done));
    auto operation = std::make_shared<RelayOperation>();
    operation->writes = whenFull != WhenFull::Read;
    operation->isQueued = whenFull == WhenFull::Queue;
    operation->profile = profile;
    operation->work = [result, job = std::move(job)](Database& database) {
        *result = job(database);
        return *result ? std::optional<Error>() : result->error();
    };
    operation->answer = [result, reply] { reply(std::move(*result)); };
    operation->fail = [reply](const Error& error) { reply(tl::unexpected(error)); };
    enqueue(std::move(operation));
}

void RelayStore::appendInbound(const InboundRow& row, QObject* context, Reply<bool> done)
{
    submit<bool>(
        WhenFull::Queue, row.profile,
        [row, folder = m_options.mediaFolder](Database& db) -> Result<bool> {
            if (folder.isEmpty()) {
                return inboundtable::append(db, row);
            }
            // May run again: a file that was kept, but whose row was not written, is taken up.
            const Result<QJsonObject> payload = mediastore::keep(folder, row);
            if (!payload) {
                return tl::unexpected(payload.error());
            }
            InboundRow kept = row;
            kept.payload = *payload;
            return inboundtable::append(db, kept);
        },
        context, std::move(done));
}

void RelayStore::waitingLanes(const QString& profile, qint64 minReceivedMs, QObject* context,
                              Reply<QList<WaitingLane>> done)
{
    submit<QList<WaitingLane>>(
        WhenFull::Read, {},
        [=](Database& db) { return inboundtable::waitingLanes(db, profile, minReceivedMs); },
        context, std::move(done));
}

void RelayStore::nextWaiting(const QString& profile, const ThreadRef& thread, qint64 minReceivedMs,
                             QObject* context, Reply<std::optional<InboundRow>> done)
{
    submit<std::optional<InboundRow>>(
        WhenFull::Read, {},
        [=](Database& db) { return inboundtable::nextWaiting(db, profile, thread, minReceivedMs); },
        context, std::move(done));
}

void RelayStore::lastSeq(QObject* context, Reply<qint64> done)
{
    submit<qint64>(WhenFull::Read, {}, &inboundtable::lastSeq, context, std::move(done));
}

void RelayStore::markAccepted(const QString& profile, qint64 seq, QObject* context,
                              Reply<void> done)
{
    submit<void>(
        WhenFull::Queue, profile,
        [seq, now = m_clock.nowMs()](Database& db) {
            return inboundtable::markAccepted(db, seq, now);
        },
        context, std::move(done));
}

void RelayStore::recordAttempt(const QString& profile, qint64 seq, int attempts,
                               qint64 nextAttemptMs, const Error& error, QObject* context,
                               Reply<void> done)
{
    submit<void>(
        WhenFull::Queue, profile,
        [=](Database& db) {
            return inboundtable::recordAttempt(db, seq, attempts, nextAttemptMs, error,
                                               InboundState::Waiting);
        },
        context, std::move(done));
}

void RelayStore::markDead(const QString& profile, qint64 seq, int attempts, const Error& error,
                          QObject* context, Reply<void> done)
{
    submit<void>(
        WhenFull::Queue, profile,
        [=](Database& db) {
            return inboundtable::recordAttempt(db, seq, attempts, 0, error, InboundState::Dead);
        },
        context, std::move(done));
}

void RelayStore::release(const QString& profile, qint64 seq, QObject* context,
                         Reply<std::optional<InboundRow>> done)
{
    submit<std::optional<InboundRow>>(
        WhenFull::Queue, profile,
        [=](Database& db) { return inboundtable::settle(db, profile, seq, InboundState::Waiting); },
        context, std::move(done));
}

void RelayStore::discard(const QString& profile, qint64 seq, QObject* context,
                         Reply<std::optional<InboundRow>> done)
{
    submit<std::optional<InboundRow>>(
        WhenFull::Queue, profile,
        [=](Database& db) {
            return inboundtable::settle(db, profile, seq, InboundState::Discarded);
        },
        context, std::move(done));
}

void RelayStore::recordOutcome(const QString& profile, const QString& msgId, InboundOutcome outcome,
                               const QString& reason, QObject* context, Reply<bool> done)
{
    submit<bool>(
        WhenFull::Queue, profile,
        [=, now = m_clock.nowMs()](Database& db) {
            return inboundtable::recordOutcome(db, profile, msgId, outcome, reason, now);
        },
        context, std::move(done));
}

void RelayStore::enqueueOutbound(const OutboundRow& row, QObject* context, Reply<Enqueued> done)
{
    submit<Enqueued>(
        WhenFull::Refuse, row.profile,
        [row](Database& db) { return outboundtable::enqueue(db, row); }, context, std::move(done));
}

void RelayStore::outbound(const QString& owner, const QString& key, QObject* context,
                          Reply<std::optional<OutboundRow>> done)
{
    submit<std::optional<OutboundRow>>(
        WhenFull::Read, {}, [=](Database& db) { return outboundtable::byKey(db, owner, key); },
        context, std::move(done));
}

void RelayStore::outboundById(qint64 id, QObject* context, Reply<std::optional<OutboundRow>> done)
{
    submit<std::optional<OutboundRow>>(
        WhenFull::Read, {}, [id](Database& db) { return outboundtable::byId(db, id); }, context,
        std::move(done));
}

void RelayStore::queuedOutbound(QObject* context, Reply<QList<OutboundRow>> done)
{
    submit<QList<OutboundRow>>(WhenFull::Read, {}, &outboundtable::queued, context,
                               std::move(done));
}

void RelayStore::markStarted(const QString& profile, qint64 id, int ordinal, QObject* context,
                             Reply<void> done)
{
    submit<void>(
        WhenFull::Queue, profile,
        [id, ordinal, now = m_clock.nowMs()](Database& db) {
            return outboundtable::markStarted(db, id, ordinal, now);
        },
        context, std::move(done));
}

void RelayStore::finishPart(const QString& profile, qint64 id, int ordinal, OutboundState state,
                            const QStringList& messageIds, QObject* context, Reply<void> done)
{
    submit<void>(
        WhenFull::Queue, profile,
        [=](Database& db) { return outboundtable::finishPart(db, id, ordinal, state, messageIds); },
        context, std::move(done));
}

void RelayStore::finishOutbound(const QString& profile, qint64 id, OutboundState state,
                                const std::optional<Error>& error, QObject* context,
                                Reply<OutboundRow> done)
{
    submit<OutboundRow>(
        WhenFull::Queue, profile,
        [=, now = m_clock.nowMs()](Database& db) {
            return outboundtable::finish(db, id, state, error, now);
        },
        context, std::move(done));
}

void RelayStore::counts(const QString& profile, QObject* context, Reply<RelayCounts> done)
{
    submit<RelayCounts>(
        WhenFull::Read, {}, [profile](Database& db) { return profiletable::counts(db, profile); },
        context, std::move(done));
}

void RelayStore::activity(const ActivityQuery& query, QObject* context, Reply<ActivityList> done)
{
    submit<ActivityList>(
        WhenFull::Read, {}, [query](Database& db) { return activitytable::page(db, query); },
        context, std::move(done));
}

void RelayStore::openGap(const QString& profile, qint64 fromMs, const QString& cause,
                         QObject* context, Reply<void> done)
{
    submit<void>(
        WhenFull::Queue, profile,
        [=](Database& db) { return profiletable::openGap(db, profile, fromMs, cause); }, context,
        std::move(done));
}

void RelayStore::closeGap(const QString& profile, qint64 toMs, QObject* context, Reply<void> done)
{
    submit<void>(
        WhenFull::Queue, profile,
        [=](Database& db) { return profiletable::closeGap(db, profile, toMs); }, context,
        std::move(done));
}

void RelayStore::gaps(const QString& profile, int limit, QObject* context,
                      Reply<QList<ConnectionGap>> done)
{
    submit<QList<ConnectionGap>>(
        WhenFull::Read, {}, [=](Database& db) { return profiletable::gaps(db, profile, limit); },
        context, std::move(done));
}

void RelayStore::recordSessionEvent(const SessionEvent& row, QObject* context, Reply<void> done)
{
    submit<void>(
        WhenFull::Queue, row.profile,
        [row](Database& db) { return sessioneventtable::append(db, row); }, context,
        std::move(done));
}

void RelayStore::sessionEvents(const QString& profile, int limit, QObject* context,
                               Reply<QList<SessionEvent>> done)
{
    submit<QList<SessionEvent>>(
        WhenFull::Read, {},
        [=](Database& db) { return sessioneventtable::newest(db, profile, limit); }, context,
        std::move(done));
}

void RelayStore::profileState(const QString& profile, QObject* context, Reply<ProfileState> done)
{
    submit<ProfileState>(
        WhenFull::Read, {}, [profile](Database& db) { return profiletable::state(db, profile); },
        context, std::move(done));
}

void RelayStore::coolDowns(QObject* context, Reply<QHash<QString, qint64>> done)
{
    submit<QHash<QString, qint64>>(WhenFull::Read, {}, &profiletable::coolDowns, context,
                                   std::move(done));
}

void RelayStore::setCoolDown(const QString& profile, qint64 untilMs, QObject* context,
                             Reply<void> done)
{
    submit<void>(
        WhenFull::Queue, profile,
        [=](Database& db) { return profiletable::setCoolDown(db, profile, untilMs); }, context,
        std::move(done));
}

void RelayStore::setLastVerified(const QString& profile, qint64 ms, QObject* context,
                                 Reply<void> done)
{
    submit<void>(
        WhenFull::Queue, {},
        [=](Database& db) {
            return profiletable::raise(db, profile, profiletable::Time::LastVerified, ms);
        },
        context, std::move(done));
}

void RelayStore::pausedThreads(QObject* context, Reply<QList<LaneKey>> done)
{
    submit<QList<LaneKey>>(WhenFull::Read, {}, &profiletable::pausedThreads, context,
                           std::move(done));
}

void RelayStore::setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused,
                                 QObject* context, Reply<void> done)
{
    submit<void>(
        WhenFull::Queue, profile,
        [=](Database& db) { return profiletable::setThreadPaused(db, profile, thread, paused); },
        context, std::move(done));
}

void RelayStore::prune(const RetentionPolicy& policy, QObject* context, Reply<int> done)
{
    const qint64 before = m_clock.nowMs() - policy.maxAgeMs;
    submit<int>(
        WhenFull::Queue, {},
        [=](Database& db) -> Result<int> {
            const auto in = inboundtable::prune(db, before, policy.maxRows, MaxPruned);
            if (!in) {
                return in;
            }
            const auto out = outboundtable::prune(db, before, policy.maxRows, MaxPruned);
            const auto gaps = profiletable::pruneGaps(db, before, MaxPruned);
            if (!out || !gaps) {
                return out ? gaps : out;
            }
            return *in + *out + *gaps;
        },
        context, std::move(done));
}

void RelayStore::purgeMedia(std::chrono::milliseconds grace)
{
    // Between two batches: what it sees is committed, and a file that went cannot come back.
    m_worker->post([database = m_database, folder = m_options.mediaFolder,
                    before = m_clock.nowMs() - grace.count()] {
        if (folder.isEmpty() || !database->isOpen()) {
            return;
        }
        const QList<mediastore::File> files = mediastore::list(folder);
        for (const mediastore::File& file : files) {
            const auto needs =
                inboundtable::needsMedia(*database, file.profile, file.msgId, before);
            if (needs && !needs->value_or(file.sinceMs > before)) {
                QFile::remove(file.path);
            }
        }
    });
}

void RelayStore::erase(const QString& profile, QObject* context, Reply<void> done)
{
    submit<void>(
        WhenFull::Queue, profile,
        [profile](Database& db) { return profiletable::erase(db, profile); }, context,
        std::move(done));
}

} // namespace zalo
