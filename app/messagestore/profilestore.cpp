// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/profilestore.h"

#include "messagestore/profiletable.h"

namespace zalo {

ProfileStore::ProfileStore(CommitQueue& queue)
    : m_queue(queue)
{ }

void ProfileStore::tally(const QString& profile, QObject* context, Callback<ProfileTally> done)
{
    m_queue.read<ProfileTally>([profile](Database& db) { return profiletable::tally(db, profile); },
                               context, std::move(done));
}

void ProfileStore::counts(const QString& profile, const QString& account, QObject* context,
                          Callback<RelayCounts> done)
{
    tally(profile, context, [account, done = std::move(done)](const Result<ProfileTally>& found) {
        if (done) {
            done(found.map([&account](const ProfileTally& all) { return all.of(account); }));
        }
    });
}

void ProfileStore::state(const QString& profile, const QString& account, QObject* context,
                         Callback<ProfileState> done)
{
    m_queue.read<ProfileState>(
        [=](Database& db) { return profiletable::state(db, profile, account); }, context,
        std::move(done));
}

void ProfileStore::setCoolDown(const QString& profile, const QString& account, qint64 untilMs,
                               QObject* context, Callback<void> done)
{
    m_queue.write<void>(
        profile,
        [=](Database& db) { return profiletable::setCoolDown(db, profile, account, untilMs); },
        context, std::move(done));
}

void ProfileStore::setLastVerified(const QString& profile, const QString& account, const Moment& at,
                                   QObject* context, Callback<void> done)
{
    // Nobody's rows: it is written twice a minute, and shown by nobody before the next start.
    m_queue.write<void>(
        {}, [=](Database& db) { return profiletable::setVerified(db, profile, account, at); },
        context, std::move(done));
}

void ProfileStore::pausedThreads(QObject* context, Callback<QList<LaneKey>> done)
{
    m_queue.read<QList<LaneKey>>(&profiletable::pausedThreads, context, std::move(done));
}

void ProfileStore::setThreadPaused(const LaneKey& thread, bool paused, QObject* context,
                                   Callback<void> done)
{
    m_queue.write<void>(
        thread.profile,
        [=](Database& db) {
            return profiletable::ownedByLast(db, thread).and_then([&](const LaneKey& lane) {
                return profiletable::setThreadPaused(db, lane, paused);
            });
        },
        context, std::move(done));
}

void ProfileStore::pauseUntil(const ThreadPause& pause, QObject* context, Callback<bool> done)
{
    m_queue.write<bool>(
        pause.lane.profile,
        [=](Database& db) {
            return profiletable::ownedByLast(db, pause.lane).and_then([&](const LaneKey& lane) {
                return profiletable::pauseUntil(db, { lane, pause.untilMs, pause.cause });
            });
        },
        context, std::move(done));
}

void ProfileStore::threadPauses(QObject* context, Callback<QList<ThreadPause>> done)
{
    m_queue.read<QList<ThreadPause>>(&profiletable::threadPauses, context, std::move(done));
}

void ProfileStore::endPauses(const QString& profile, qint64 nowMs, QObject* context,
                             Callback<QList<LaneKey>> done)
{
    m_queue.write<QList<LaneKey>>(
        profile, [=](Database& db) { return profiletable::endPauses(db, profile, nowMs); }, context,
        std::move(done));
}

void ProfileStore::activeGroups(const QString& profile, const QString& account, qint64 sinceMs,
                                int limit, QObject* context, Callback<QStringList> done)
{
    m_queue.read<QStringList>(
        [=](Database& db) {
            return profiletable::activeGroups(db, profile, account, sinceMs, limit);
        },
        context, std::move(done));
}

} // namespace zalo
