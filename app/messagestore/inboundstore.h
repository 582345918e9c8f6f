// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "messagestore/mediastage.h"
#include "storage/commitqueue.h"

namespace zalo {

//! The messages from Zalo on their way to the Gateway.
class InboundStore
{
public:
    //! All outlive the store.
    InboundStore(CommitQueue& queue, MediaStage& media, Clock clock);

    //! Stores a message in its state, its files before it and those of a thread in order; false for
    //! a repeat: its account (or, while that is not known, its profile) has a message of the thread
    //! with the same id, or with the same sender, sender's own id and
    //! content.
    void append(const InboundRow& row, QObject* context, Callback<bool> done);
    //! Threads of an account with waiting rows.
    void waitingLanes(const QString& profile, const QString& account, QObject* context,
                      Callback<QList<WaitingLane>> done);
    //! The oldest waiting row of a thread.
    void nextWaiting(const LaneKey& lane, QObject* context,
                     Callback<std::optional<InboundRow>> done);
    //! Waiting rows of a profile that are older than `beforeMs` and not released become expired, a
    //! bounded number at a time; gives how many. Answered when all have.
    void expire(const QString& profile, qint64 beforeMs, QObject* context, Callback<int> done);
    //! Makes all expired rows of an account be delivered, in the same way.
    void releaseExpired(const QString& profile, const QString& account, QObject* context,
                        Callback<int> done);
    //! A message of the account's thread by Zalo's id; nothing where none is kept.
    void byMessageId(const QString& account, const ThreadRef& thread, const QString& msgId,
                     QObject* context, Callback<std::optional<InboundRow>> done);
    //! The highest seq of all, 0 without rows.
    void lastSeq(QObject* context, Callback<qint64> done);
    void markAccepted(const QString& profile, qint64 seq, QObject* context, Callback<void> done);
    //! A failed attempt: `attempts` counts it.
    void recordAttempt(const QString& profile, qint64 seq, int attempts, qint64 nextAttemptMs,
                       const Error& error, QObject* context, Callback<void> done);
    void markDead(const QString& profile, qint64 seq, int attempts, const Error& error,
                  QObject* context, Callback<void> done);
    //! Makes a row be delivered, however old: one that waits, is dead or expired, or that the
    //! Gateway dropped or failed at, also where that was settled, which is handed over once more.
    //! Gives it, or nothing when it is none of these.
    void release(const QString& profile, qint64 seq, QObject* context,
                 Callback<std::optional<InboundRow>> done);
    //! A row of these states is never delivered; gives it, or nothing when it is none of them.
    void discard(const QString& profile, qint64 seq, QObject* context,
                 Callback<std::optional<InboundRow>> done);
    //! Discards those of these rows that wait for a person: they are dead or expired, or their
    //! turn failed. Gives how many.
    void dismiss(const QString& profile, const QList<qint64>& seqs, QObject* context,
                 Callback<int> done);
    //! What the Gateway did with a message; repeatable, the last one counts. `threadId` is empty
    //! where the Gateway did not name it. False: no such message. One that was answered settles
    //! the failed turns of the same person before it, in the same conversation: they are discarded.
    void recordOutcome(const QString& profile, const QString& msgId, const QString& threadId,
                       InboundOutcome outcome, const OutcomeReason& reason, QObject* context,
                       Callback<bool> done);

private:
    void write(const InboundRow& row, bool isKept, Callback<bool> done);
    void changeAll(const QString& profile, const std::function<Result<int>(Database&)>& change,
                   int changed, const Callback<int>& done);

    CommitQueue& m_queue;
    MediaStage& m_media;
    Clock m_clock;
    QObject m_context; //!< answers come while it lives
};

} // namespace zalo
