// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"
#include "storage/commitqueue.h"

namespace zalo {

//! The history of the connections to Zalo: their gaps, and the changes of the sessions.
class SessionStore
{
public:
    //! `queue` outlives the store.
    explicit SessionStore(CommitQueue& queue);

    //! Opens a gap; while one is open, its cause becomes the one given, except for the time without
    //! a companion.
    void openGap(const QString& profile, const QString& account, const Moment& from, GapCause cause,
                 QObject* context, Callback<void> done);
    //! Closes the open gap, if there is one.
    void closeGap(const QString& profile, const QString& account, const Moment& to,
                  QObject* context, Callback<void> done);
    //! What came of asking the history goes to the gaps that begin from `result.sinceMs` on and
    //! were not all asked for yet, each message to the first that was not over when it was written.
    void settleGaps(const QString& profile, const QString& account, const RecoveryResult& result,
                    QObject* context, Callback<void> done);
    //! When the first gap after `sinceMs` began for which the history was not asked to the end; 0:
    //! there is none.
    void firstUnsettledGap(const QString& profile, const QString& account, qint64 sinceMs,
                           QObject* context, Callback<qint64> done);
    //! The newest `limit` gaps, newest first, of `account` and those that are nobody's yet.
    void gaps(const QString& profile, const QString& account, int limit, QObject* context,
              Callback<QList<ConnectionGap>> done);
    //! Stores a change of a session; the oldest beyond a bound go.
    void recordEvent(const SessionEvent& event, QObject* context, Callback<void> done);
    //! The newest `limit` changes of the same, newest first.
    void events(const QString& profile, const QString& account, int limit, QObject* context,
                Callback<QList<SessionEvent>> done);

private:
    CommitQueue& m_queue;
};

} // namespace zalo
