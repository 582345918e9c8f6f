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
    //! Threads of an account with rows that may be delivered: received at or after `minReceivedMs`,
    //! or released.
    void waitingLanes(const QString& profile, const QString& account, qint64 minReceivedMs,
                      QObject* context, Callback<QList<WaitingLane>> done);
    //! The oldest such row of a thread.
    void nextWaiting(const LaneKey& lane, qint64 minReceivedMs, QObject* context,
                     Callback<std::optional<InboundRow>> done);
    //! The highest seq of all, 0 without rows.
    void lastSeq(QObject* context, Callback<qint64> done);
    void markAccepted(const QString& profile, qint64 seq, QObject* context, Callback<void> done);
    //! A failed attempt: `attempts` counts it.
    void recordAttempt(const QString& profile, qint64 seq, int attempts, qint64 nextAttemptMs,
                       const Error& error, QObject* context, Callback<void> done);
    void markDead(const QString& profile, qint64 seq, int attempts, const Error& error,
                  QObject* context, Callback<void> done);
    //! Makes a waiting or dead row be delivered, however old; gives it, or nothing when it is
    //! neither.
    void release(const QString& profile, qint64 seq, QObject* context,
                 Callback<std::optional<InboundRow>> done);
    //! A waiting or dead row is never delivered; gives it, or nothing when it is neither.
    void discard(const QString& profile, qint64 seq, QObject* context,
                 Callback<std::optional<InboundRow>> done);
    //! What the Gateway did with a message; repeatable, the last one counts. `threadId` is empty
    //! where the Gateway did not name it. False: no such message.
    void recordOutcome(const QString& profile, const QString& msgId, const QString& threadId,
                       InboundOutcome outcome, const QString& reason, QObject* context,
                       Callback<bool> done);

private:
    void write(const InboundRow& row, bool isKept, Callback<bool> done);

    CommitQueue& m_queue;
    MediaStage& m_media;
    Clock m_clock;
    QObject m_context; //!< answers come while it lives
};

} // namespace zalo
