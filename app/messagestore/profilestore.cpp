// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/profilestore.h"

#include "messagestore/profiletable.h"

namespace zalo {

ProfileStore::ProfileStore(CommitQueue& queue)
    : m_queue(queue)
{ }

void ProfileStore::counts(const QString& profile, QObject* context, Callback<RelayCounts> done)
{
    m_queue.read<RelayCounts>([profile](Database& db) { return profiletable::counts(db, profile); },
                              context, std::move(done));
}

void ProfileStore::state(const QString& profile, QObject* context, Callback<ProfileState> done)
{
    m_queue.read<ProfileState>([profile](Database& db) { return profiletable::state(db, profile); },
                               context, std::move(done));
}

void ProfileStore::coolDowns(QObject* context, Callback<QHash<QString, qint64>> done)
{
    m_queue.read<QHash<QString, qint64>>(&profiletable::coolDowns, context, std::move(done));
}

void ProfileStore::setCoolDown(const QString& profile, qint64 untilMs, QObject* context,
                               Callback<void> done)
{
    m_queue.write<void>(
        profile, [=](Database& db) { return profiletable::setCoolDown(db, profile, untilMs); },
        context, std::move(done));
}

void ProfileStore::setLastVerified(const QString& profile, qint64 ms, QObject* context,
                                   Callback<void> done)
{
    // Nobody's rows: it is written twice a minute, and shown by nobody before the next start.
    m_queue.write<void>(
        {},
        [=](Database& db) {
            return profiletable::raise(db, profile, profiletable::Time::LastVerified, ms);
        },
        context, std::move(done));
}

void ProfileStore::pausedThreads(QObject* context, Callback<QList<LaneKey>> done)
{
    m_queue.read<QList<LaneKey>>(&profiletable::pausedThreads, context, std::move(done));
}

void ProfileStore::setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused,
                                   QObject* context, Callback<void> done)
{
    m_queue.write<void>(
        profile,
        [=](Database& db) { return profiletable::setThreadPaused(db, profile, thread, paused); },
        context, std::move(done));
}

} // namespace zalo
