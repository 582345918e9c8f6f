// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "messagestore/relayrows.h"
#include "storage/commitqueue.h"

namespace zalo {

//! The messages to Zalo, by idempotency key, with what became of their parts.
class OutboundStore
{
public:
    //! `queue` outlives the store.
    OutboundStore(CommitQueue& queue, Clock clock);

    //! Stores `row` as queued, or gives the one that has this (owner, key) already. Refused while
    //! the file cannot be written.
    void enqueue(const OutboundRow& row, QObject* context, Callback<EnqueuedOutbound> done);
    //! Behind all that was asked for before.
    void byKey(const QString& owner, const QString& key, QObject* context,
               Callback<std::optional<OutboundRow>> done);
    //! As it was last committed; no commit holds it up.
    void committedByKey(const QString& owner, const QString& key, QObject* context,
                        Callback<std::optional<OutboundRow>> done);
    void byId(qint64 id, QObject* context, Callback<std::optional<OutboundRow>> done);
    //! Queued rows of all profiles in order of arrival, without their texts.
    void queued(QObject* context, Callback<QList<OutboundRow>> done);
    //! Part `ordinal` is about to be handed to zca; the message counts as sending from the first
    //! on. Gives the row with its parts.
    void markStarted(const QString& profile, qint64 id, int ordinal, QObject* context,
                     Callback<OutboundRow> done);
    //! Undoes markStarted() of the first part: zca was not started.
    void requeue(const QString& profile, qint64 id, QObject* context, Callback<void> done);
    //! How a part ended.
    void finishPart(const QString& profile, qint64 id, int ordinal, OutboundState state,
                    const QStringList& messageIds, QObject* context, Callback<void> done);
    //! How the message ended; parts still queued become failed. Gives the final row.
    void finish(const QString& profile, qint64 id, OutboundState state,
                const std::optional<Error>& error, QObject* context, Callback<OutboundRow> done);
    //! finishPart() and finish() in one commit: the message ends as its part `ordinal` did.
    void finishWithPart(const QString& profile, qint64 id, int ordinal, const OutboundPartRow& part,
                        const std::optional<Error>& error, QObject* context,
                        Callback<OutboundRow> done);
    //! What a person says of a send that ended uncertain or failed; false where it is no such one.
    //! After Arrived it is sent or, where parts did not go, failed.
    void settle(const QString& profile, qint64 id, SendSettlement how, QObject* context,
                Callback<bool> done);
    //! Those of these sends that failed need nobody any more; gives how many.
    void dismiss(const QString& profile, const QList<qint64>& ids, QObject* context,
                 Callback<int> done);

private:
    CommitQueue& m_queue;
    Clock m_clock;
    QObject m_context; //!< answers come while it lives
};

} // namespace zalo
