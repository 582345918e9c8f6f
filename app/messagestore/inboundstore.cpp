// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/inboundstore.h"

#include "messagestore/inboundtable.h"
#include "messagestore/mediastore.h"
#include "messagestore/rowbatch.h"

namespace zalo {
namespace {

constexpr int MaxChanged = 2'000; // rows of one transaction: other jobs wait meanwhile

} // namespace

InboundStore::InboundStore(CommitQueue& queue, MediaStage& media, Clock clock)
    : m_queue(queue),
      m_media(media),
      m_clock(std::move(clock))
{ }

void InboundStore::append(const InboundRow& row, QObject* context, Callback<bool> done)
{
    InboundRow wanting = row;
    wanting.wantsMedia = row.state == InboundState::Waiting && !m_media.folder().isEmpty()
        && mediastore::wantsFetching(row.payload);
    // Whoever asked may be gone when the files are kept.
    m_media.pass(wanting,
                 [this, reply = boundTo<bool>(context, std::move(done))](
                     const InboundRow& passed, bool isKept) { write(passed, isKept, reply); });
}

void InboundStore::write(const InboundRow& row, bool isKept, Callback<bool> done)
{
    m_queue.write<bool>(
        row.profile,
        [row, isKept, folder = m_media.folder(),
         guard = m_media.guard()](Database& db) -> Result<bool> {
            if (isKept) {
                return inboundtable::append(db, row);
            }
            // The disk had no room. Keeping it here makes the queue wait for some.
            const Result<QJsonObject> payload = mediastore::keep(folder, guard, row);
            if (!payload) {
                return tl::unexpected(payload.error());
            }
            InboundRow kept = row;
            kept.payload = *payload;
            return inboundtable::append(db, kept);
        },
        &m_context, std::move(done));
}

void InboundStore::waitingLanes(const QString& profile, const QString& account, QObject* context,
                                Callback<QList<WaitingLane>> done)
{
    m_queue.read<QList<WaitingLane>>(
        [=](Database& db) { return inboundtable::waitingLanes(db, profile, account); }, context,
        std::move(done));
}

void InboundStore::nextWaiting(const LaneKey& lane, QObject* context,
                               Callback<std::optional<InboundRow>> done)
{
    m_queue.read<std::optional<InboundRow>>(
        [=](Database& db) { return inboundtable::nextWaiting(db, lane); }, context,
        std::move(done));
}

void InboundStore::expire(const QString& profile, qint64 beforeMs, QObject* context,
                          Callback<int> done)
{
    changeAll(
        profile,
        [=](Database& db) { return inboundtable::expire(db, profile, beforeMs, MaxChanged); }, 0,
        boundTo<int>(context, std::move(done)));
}

void InboundStore::releaseExpired(const QString& profile, const QString& account, QObject* context,
                                  Callback<int> done)
{
    changeAll(
        profile,
        [=](Database& db) {
            return inboundtable::releaseExpired(db, profile, account, MaxChanged);
        },
        0, boundTo<int>(context, std::move(done)));
}

void InboundStore::changeAll(const QString& profile,
                             const std::function<Result<int>(Database&)>& change, int changed,
                             const Callback<int>& done)
{
    m_queue.write<int>(profile, change, &m_context, [=, this](const Result<int>& some) {
        if (some && *some == MaxChanged) {
            changeAll(profile, change, changed + *some, done);
        } else {
            done(some.map([changed](int last) { return changed + last; }));
        }
    });
}

void InboundStore::byMessageId(const QString& account, const ThreadRef& thread,
                               const QString& msgId, QObject* context,
                               Callback<std::optional<InboundRow>> done)
{
    m_queue.read<std::optional<InboundRow>>(
        [=](Database& db) { return inboundtable::byMessageId(db, account, thread, msgId); },
        context, std::move(done));
}

void InboundStore::lastSeq(QObject* context, Callback<qint64> done)
{
    m_queue.read<qint64>(&inboundtable::lastSeq, context, std::move(done));
}

void InboundStore::markAccepted(const QString& profile, qint64 seq, QObject* context,
                                Callback<void> done)
{
    m_queue.write<void>(
        profile,
        [seq, now = m_clock.nowMs()](Database& db) {
            return inboundtable::markAccepted(db, seq, now);
        },
        context, std::move(done));
}

void InboundStore::recordAttempt(const QString& profile, qint64 seq, int attempts,
                                 qint64 nextAttemptMs, const Error& error, QObject* context,
                                 Callback<void> done)
{
    m_queue.write<void>(
        profile,
        [=](Database& db) {
            return inboundtable::recordAttempt(db, seq, attempts, nextAttemptMs, error,
                                               InboundState::Waiting);
        },
        context, std::move(done));
}

void InboundStore::markDead(const QString& profile, qint64 seq, int attempts, const Error& error,
                            QObject* context, Callback<void> done)
{
    m_queue.write<void>(
        profile,
        [=](Database& db) {
            return inboundtable::recordAttempt(db, seq, attempts, 0, error, InboundState::Dead);
        },
        context, std::move(done));
}

void InboundStore::release(const QString& profile, qint64 seq, QObject* context,
                           Callback<std::optional<InboundRow>> done)
{
    m_queue.write<std::optional<InboundRow>>(
        profile,
        [profile, seq,
         fetches = !m_media.folder().isEmpty()](Database& db) -> Result<std::optional<InboundRow>> {
            const auto row = inboundtable::settle(db, profile, seq, InboundState::Waiting);
            if (!row || !*row || (*row)->acceptedMs == 0 || !fetches) {
                return row;
            }
            // Its files were kept for an hour after the outcome.
            return inboundtable::fetchAgain(db, **row).map(
                [](const InboundRow& again) { return std::optional(again); });
        },
        context, std::move(done));
}

void InboundStore::discard(const QString& profile, qint64 seq, QObject* context,
                           Callback<std::optional<InboundRow>> done)
{
    m_queue.write<std::optional<InboundRow>>(
        profile,
        [=](Database& db) {
            return inboundtable::settle(db, profile, seq, InboundState::Discarded);
        },
        context, std::move(done));
}

void InboundStore::dismiss(const QString& profile, const QList<qint64>& seqs, QObject* context,
                           Callback<int> done)
{
    changeRows(
        m_queue, profile, seqs,
        [profile](Database& db, qint64 seq) { return inboundtable::dismiss(db, profile, seq); },
        &m_context, boundTo<int>(context, std::move(done)));
}

void InboundStore::recordOutcome(const QString& profile, const QString& msgId,
                                 const QString& threadId, InboundOutcome outcome,
                                 const OutcomeReason& reason, QObject* context, Callback<bool> done)
{
    m_queue.write<bool>(
        profile,
        [=, now = m_clock.nowMs()](Database& db) {
            return inboundtable::recordOutcome(db, profile, msgId, threadId, outcome, reason, now);
        },
        context, std::move(done));
}

} // namespace zalo
