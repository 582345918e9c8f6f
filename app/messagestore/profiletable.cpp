// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/profiletable.h"

using namespace Qt::StringLiterals;

namespace zalo::profiletable {
namespace {

QLatin1String columnOf(Time which)
{
    switch (which) {
    case Time::LastIn:
        return QLatin1String("last_in_ms");
    case Time::LastOut:
        return QLatin1String("last_out_ms");
    case Time::LastVerified:
        return QLatin1String("last_proved_ms");
    }
    Q_UNREACHABLE();
}

} // namespace

Result<void> raise(Database& db, const QString& profile, Time which, qint64 ms)
{
    return db
        .change(
            u"INSERT INTO profile_state (profile, %1) VALUES (?, ?)"
            " ON CONFLICT (profile) DO UPDATE SET %1 = max(%1, excluded.%1)"_s.arg(columnOf(which)),
            { profile, ms })
        .map([](int) {});
}

Result<void> setCoolDown(Database& db, const QString& profile, qint64 untilMs)
{
    return db
        .change(u"INSERT INTO profile_state (profile, cool_down_until_ms)"
                " VALUES (?, ?) ON CONFLICT (profile) DO UPDATE"
                " SET cool_down_until_ms = excluded.cool_down_until_ms"_s,
                { profile, untilMs })
        .map([](int) {});
}

Result<QHash<QString, qint64>> coolDowns(Database& db)
{
    QHash<QString, qint64> found;
    return db
        .each(u"SELECT profile, cool_down_until_ms FROM profile_state"
              " WHERE cool_down_until_ms > 0"_s,
              {},
              [&](const QSqlQuery& query) {
                  found.insert(query.value(0).toString(), query.value(1).toLongLong());
              })
        .map([&] { return std::move(found); });
}

Result<ProfileState> state(Database& db, const QString& profile)
{
    ProfileState state;
    return db
        .each(u"SELECT cool_down_until_ms, last_proved_ms FROM profile_state"
              " WHERE profile = ?"_s,
              { profile },
              [&](const QSqlQuery& query) {
                  state.coolDownUntilMs = query.value(0).toLongLong();
                  state.lastVerifiedMs = query.value(1).toLongLong();
              })
        .map([&] { return state; });
}

Result<RelayCounts> counts(Database& db, const QString& profile)
{
    RelayCounts counts;
    // Each state as a literal: that is how SQLite knows that the partial indexes serve.
    const auto statement =
        u"SELECT (SELECT count(*) FROM inbound WHERE state = 'waiting' AND profile = ?),"
        " (SELECT count(*) FROM inbound WHERE state = 'dead' AND profile = ?),"
        " (SELECT count(*) FROM outbound WHERE state IN ('queued', 'sending') AND profile = ?),"
        " (SELECT count(*) FROM outbound WHERE state = 'uncertain' AND profile = ?"
        "  AND deadline_ms > 0),"
        " (SELECT last_in_ms FROM profile_state WHERE profile = ?),"
        " (SELECT last_out_ms FROM profile_state WHERE profile = ?)"_s;
    return db
        .each(statement, QVariantList(6, profile),
              [&](const QSqlQuery& query) {
                  counts.inboundWaiting = query.value(0).toInt();
                  counts.inboundDead = query.value(1).toInt();
                  counts.outboundWaiting = query.value(2).toInt();
                  counts.outboundUncertain = query.value(3).toInt();
                  counts.lastInMs = query.value(4).toLongLong();
                  counts.lastOutMs = query.value(5).toLongLong();
              })
        .map([&] { return counts; });
}

Result<void> setThreadPaused(Database& db, const QString& profile, const ThreadRef& thread,
                             bool paused)
{
    return db
        .change(u"INSERT INTO thread_setting (profile, thread_id, is_group, paused)"
                " VALUES (?, ?, ?, ?) ON CONFLICT (profile, thread_id, is_group)"
                " DO UPDATE SET paused = excluded.paused"_s,
                { profile, thread.id, thread.isGroup, paused })
        .map([](int) {});
}

Result<QList<LaneKey>> pausedThreads(Database& db)
{
    QList<LaneKey> threads;
    return db
        .each(u"SELECT profile, thread_id, is_group FROM thread_setting"
              " WHERE paused = 1"_s,
              {},
              [&](const QSqlQuery& query) {
                  threads.append({ query.value(0).toString(),
                                   { query.value(1).toString(), query.value(2).toBool() } });
              })
        .map([&] { return std::move(threads); });
}

Result<void> erase(Database& db, const QString& profile)
{
    for (const char* table :
         { "inbound", "outbound", "gap", "state_change", "thread_setting", "profile_state" }) {
        const auto done =
            db.change(u"DELETE FROM %1 WHERE profile = ?"_s.arg(QLatin1String(table)), { profile });
        if (!done) {
            return tl::unexpected(done.error());
        }
    }
    return {};
}

} // namespace zalo::profiletable
