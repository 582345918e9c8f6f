// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"
#include "storage/commitqueue.h"

namespace zalo {

//! What is kept of an account in a profile: its times, pauses and counts.
class ProfileStore
{
public:
    //! `queue` outlives the store.
    explicit ProfileStore(CommitQueue& queue);

    //! What is counted of the profile; it comes with each commit too (CommitQueue::committed()).
    void tally(const QString& profile, QObject* context, Callback<ProfileTally> done);
    //! Of `account`, and of what is nobody's yet.
    void counts(const QString& profile, const QString& account, QObject* context,
                Callback<RelayCounts> done);
    //! Of `account`; empty: of the one that was last verified in the profile.
    void state(const QString& profile, const QString& account, QObject* context,
               Callback<ProfileState> done);
    void setCoolDown(const QString& profile, const QString& account, qint64 untilMs,
                     QObject* context, Callback<void> done);
    void setLastVerified(const QString& profile, const QString& account, const Moment& at,
                         QObject* context, Callback<void> done);
    //! Paused threads of all accounts in all profiles.
    void pausedThreads(QObject* context, Callback<QList<LaneKey>> done);
    //! A thread without an account is that of whom was verified last in its profile: who is logged
    //! in may not be certain just now.
    void setThreadPaused(const LaneKey& thread, bool paused, QObject* context, Callback<void> done);

    //! Pauses a thread until a time; an account as for setThreadPaused(). What a person asks for
    //! replaces every other pause. Where the owner wrote, a longer pause stays, and it is false
    //! where a person paused without an end.
    void pauseUntil(const ThreadPause& pause, QObject* context, Callback<bool> done);
    //! What is paused, of all accounts in all profiles.
    void threadPauses(QObject* context, Callback<QList<ThreadPause>> done);
    //! Ends what pauseUntil() paused in the profile and is over by `nowMs`; gives the threads.
    void endPauses(const QString& profile, qint64 nowMs, QObject* context,
                   Callback<QList<LaneKey>> done);
    //! Groups of the account in which somebody wrote after `sinceMs`: the `limit` with the newest
    //! messages, newest first.
    void activeGroups(const QString& profile, const QString& account, qint64 sinceMs, int limit,
                      QObject* context, Callback<QStringList> done);

private:
    CommitQueue& m_queue;
};

} // namespace zalo
