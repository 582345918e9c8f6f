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

Result<void> raise(Database& db, const QString& profile, const QString& account, Time which,
                   qint64 ms)
{
    return db
        .change(u"INSERT INTO profile_state (profile, account, %1) VALUES (?, ?, ?)"
                " ON CONFLICT (profile, account) DO UPDATE SET %1 = max(%1, excluded.%1)"_s.arg(
                    columnOf(which)),
                { profile, account, ms })
        .map([](int) {});
}

Result<void> setCoolDown(Database& db, const QString& profile, const QString& account,
                         qint64 untilMs)
{
    return db
        .change(u"INSERT INTO profile_state (profile, account, cool_down_until_ms)"
                " VALUES (?, ?, ?) ON CONFLICT (profile, account) DO UPDATE"
                " SET cool_down_until_ms = excluded.cool_down_until_ms"_s,
                { profile, account, untilMs })
        .map([](int) {});
}

Result<ProfileState> state(Database& db, const QString& profile, const QString& account)
{
    ProfileState state;
    // What is nobody's yet counts where no account was ever verified.
    return db
        .each(u"SELECT account, cool_down_until_ms, last_proved_ms FROM profile_state"
              " WHERE profile = ? AND (? = '' OR account = ?) ORDER BY is_last DESC LIMIT 1"_s,
              { profile, account, account },
              [&](const QSqlQuery& query) {
                  state.account = query.value(0).toString();
                  state.coolDownUntilMs = query.value(1).toLongLong();
                  state.lastVerifiedMs = query.value(2).toLongLong();
              })
        .map([&] { return state; });
}

Result<RelayCounts> counts(Database& db, const QString& profile, const QString& account)
{
    RelayCounts counts;
    // Each state as a literal: that is how SQLite knows that the partial indexes serve.
    const auto statement =
        u"WITH own (profile, account) AS (VALUES (?, ?)) SELECT"
        " (SELECT count(*) FROM inbound i WHERE state = 'waiting' AND i.profile = own.profile"
        "  AND i.account IN ('', own.account)),"
        " (SELECT count(*) FROM inbound i WHERE state = 'dead' AND i.profile = own.profile"
        "  AND i.account IN ('', own.account)),"
        " (SELECT count(*) FROM outbound o WHERE state IN ('queued', 'sending')"
        "  AND o.profile = own.profile AND o.account IN ('', own.account)),"
        " (SELECT count(*) FROM outbound o WHERE state = 'uncertain' AND deadline_ms > 0"
        "  AND o.profile = own.profile AND o.account IN ('', own.account)),"
        " (SELECT max(last_in_ms) FROM profile_state p WHERE p.profile = own.profile"
        "  AND p.account IN ('', own.account)),"
        " (SELECT max(last_out_ms) FROM profile_state p WHERE p.profile = own.profile"
        "  AND p.account IN ('', own.account)) FROM own"_s;
    return db
        .each(statement, { profile, account },
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

Result<void> setThreadPaused(Database& db, const LaneKey& key, bool paused)
{
    return db
        .change(u"INSERT INTO thread_setting (profile, account, thread_id, is_group, paused)"
                " VALUES (?, ?, ?, ?, ?) ON CONFLICT (profile, account, thread_id, is_group)"
                " DO UPDATE SET paused = excluded.paused"_s,
                { key.profile, key.account, key.thread.id, key.thread.isGroup, paused })
        .map([](int) {});
}

Result<QList<LaneKey>> pausedThreads(Database& db)
{
    QList<LaneKey> threads;
    return db
        .each(u"SELECT profile, account, thread_id, is_group FROM thread_setting"
              " WHERE paused = 1"_s,
              {},
              [&](const QSqlQuery& query) {
                  threads.append({ query.value(0).toString(),
                                   query.value(1).toString(),
                                   { query.value(2).toString(), query.value(3).toBool() } });
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
