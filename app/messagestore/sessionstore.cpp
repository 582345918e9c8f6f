// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/sessionstore.h"

#include "messagestore/gaptable.h"
#include "messagestore/sessioneventtable.h"

namespace zalo {

SessionStore::SessionStore(CommitQueue& queue)
    : m_queue(queue)
{ }

void SessionStore::openGap(const QString& profile, const QString& account, const Moment& from,
                           GapCause cause, QObject* context, Callback<void> done)
{
    m_queue.write<void>(
        profile, [=](Database& db) { return gaptable::open(db, profile, account, from, cause); },
        context, std::move(done));
}

void SessionStore::closeGap(const QString& profile, const QString& account, const Moment& to,
                            QObject* context, Callback<void> done)
{
    m_queue.write<void>(
        profile, [=](Database& db) { return gaptable::close(db, profile, account, to); }, context,
        std::move(done));
}

void SessionStore::settleGaps(const QString& profile, const QString& account,
                              const RecoveryResult& result, QObject* context, Callback<void> done)
{
    m_queue.write<void>(
        profile, [=](Database& db) { return gaptable::settle(db, profile, account, result); },
        context, std::move(done));
}

void SessionStore::firstUnsettledGap(const QString& profile, const QString& account, qint64 sinceMs,
                                     QObject* context, Callback<qint64> done)
{
    m_queue.read<qint64>(
        [=](Database& db) { return gaptable::firstUnsettled(db, profile, account, sinceMs); },
        context, std::move(done));
}

void SessionStore::gaps(const QString& profile, const QString& account, int limit, QObject* context,
                        Callback<QList<ConnectionGap>> done)
{
    m_queue.read<QList<ConnectionGap>>(
        [=](Database& db) { return gaptable::newest(db, profile, account, limit); }, context,
        std::move(done));
}

void SessionStore::recordEvent(const SessionEvent& event, QObject* context, Callback<void> done)
{
    m_queue.write<void>(
        event.profile, [event](Database& db) { return sessioneventtable::append(db, event); },
        context, std::move(done));
}

void SessionStore::events(const QString& profile, const QString& account, int limit,
                          QObject* context, Callback<QList<SessionEvent>> done)
{
    m_queue.read<QList<SessionEvent>>(
        [=](Database& db) { return sessioneventtable::newest(db, profile, account, limit); },
        context, std::move(done));
}

} // namespace zalo
