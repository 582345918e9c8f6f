// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/profiletable.h"

#include <algorithm>
#include <functional>

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

//! Adds what a row of `tally` says, which triggers keep (relayschema.cpp).
void addRows(RelayCounts& counts, const QString& direction, const QString& state, int rows)
{
    if (direction == u"in") {
        const auto known = inboundState(state);
        counts.inboundWaiting += known == InboundState::Waiting ? rows : 0;
        counts.inboundDead += known == InboundState::Dead ? rows : 0;
        counts.inboundExpired += known == InboundState::Expired ? rows : 0;
    } else if (direction == u"chat") {
        counts.waiting.count += rows;
    } else if (direction == u"turn") {
        counts.inboundFailed += rows;
    } else {
        const auto known = outboundState(state); // a pruned row has none
        const bool waits = known == OutboundState::Queued || known == OutboundState::Sending;
        counts.outboundWaiting += waits ? rows : 0;
        counts.outboundUncertain += known == OutboundState::Uncertain ? rows : 0;
        counts.outboundFailed += known == OutboundState::Failed ? rows : 0;
    }
}

//! Moves those chats to `counts.waitingPaused` in which the bot is paused, and says since when the
//! others wait. By indexes of what waits and what is paused: few rows, whatever the history.
Result<void> addWaiting(Database& db, const QString& profile, const QString& account,
                        RelayCounts& counts)
{
    const QString isOfChat = u"s.profile = c.profile AND s.account = c.account"
                             " AND s.thread_id = c.thread_id AND s.is_group = c.is_group"
                             " AND s.paused = 1"_s;
    return db
        .each(u"SELECT c.waiting_since_ms FROM thread_setting AS s CROSS JOIN conversation AS c"
              " ON %1 WHERE s.profile = ? AND s.account = ? AND c.waiting_since_ms > 0"_s.arg(
                  isOfChat),
              { profile, account },
              [&counts](const QSqlQuery& query) {
                  counts.waitingPaused =
                      counts.waitingPaused.plus({ 1, query.value(0).toLongLong() });
              })
        .and_then([&] {
            counts.waiting.count -= counts.waitingPaused.count;
            return db.value(u"SELECT c.waiting_since_ms FROM conversation AS c WHERE c.profile = ?"
                            " AND c.account = ? AND c.waiting_since_ms > 0"
                            " AND NOT EXISTS (SELECT 1 FROM thread_setting AS s WHERE %1)"
                            " ORDER BY c.waiting_since_ms LIMIT 1"_s.arg(isOfChat),
                            { profile, account });
        })
        .map([&counts](const QVariant& since) { counts.waiting.sinceMs = since.toLongLong(); });
}

} // namespace

Result<void> raise(Database& db, const QString& profile, const QString& account, Time which,
                   qint64 ms, qint64 nowMs)
{
    return db
        .change(u"INSERT INTO profile_state (profile, account, %1) VALUES (?, ?, ?)"
                " ON CONFLICT (profile, account) DO UPDATE SET %1 ="
                " CASE WHEN %1 > ? THEN excluded.%1 ELSE max(%1, excluded.%1) END"_s.arg(
                    columnOf(which)),
                { profile, account, ms, nowMs })
        .map([](int) {});
}

Result<void> setVerified(Database& db, const QString& profile, const QString& account,
                         const Moment& at)
{
    return raise(db, profile, account, Time::LastVerified, at.ms, at.ms).and_then([&] {
        return db
            .change(u"UPDATE profile_state SET last_proved_boot_ms = ?, last_proved_boot_id = ?"
                    " WHERE profile = ? AND account = ?"_s,
                    { at.bootMs, at.bootId, profile, account })
            .map([](int) {});
    });
}

Result<void> lower(Database& db, qint64 nowMs)
{
    return db
        .change(u"UPDATE profile_state SET last_in_ms = min(last_in_ms, ?),"
                " last_out_ms = min(last_out_ms, ?), last_proved_ms = min(last_proved_ms, ?)"
                " WHERE max(last_in_ms, last_out_ms, last_proved_ms) > ?"_s,
                { nowMs, nowMs, nowMs, nowMs })
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
        .each(u"SELECT account, cool_down_until_ms, last_proved_ms, last_proved_boot_ms,"
              " last_proved_boot_id FROM profile_state"
              " WHERE profile = ? AND (? = '' OR account = ?) ORDER BY is_last DESC LIMIT 1"_s,
              { profile, account, account },
              [&](const QSqlQuery& query) {
                  state.account = query.value(0).toString();
                  state.coolDownUntilMs = query.value(1).toLongLong();
                  state.lastVerified = { query.value(2).toLongLong(), query.value(3).toLongLong(),
                                         query.value(4).toString() };
              })
        .map([&] { return state; });
}

Result<ProfileTally> tally(Database& db, const QString& profile)
{
    ProfileTally found;
    return db
        .each(u"SELECT account, direction, state, rows FROM tally WHERE profile = ?"_s, { profile },
              [&](const QSqlQuery& query) {
                  addRows(found.counts[query.value(0).toString()], query.value(1).toString(),
                          query.value(2).toString(), query.value(3).toInt());
              })
        .and_then([&] {
            return db.each(u"SELECT account, name, last_in_ms, last_out_ms FROM profile_state"
                           " WHERE profile = ?"_s,
                           { profile }, [&](const QSqlQuery& query) {
                               const QString account = query.value(0).toString();
                               found.names.insert(account, query.value(1).toString());
                               RelayCounts& counts = found.counts[account];
                               counts.lastInMs = query.value(2).toLongLong();
                               counts.lastOutMs = query.value(3).toLongLong();
                           });
        })
        .and_then([&]() -> Result<void> {
            for (auto it = found.counts.begin(); it != found.counts.end(); ++it) {
                if (it->waiting.count == 0) {
                    continue;
                }
                if (const auto added = addWaiting(db, profile, it.key(), *it); !added) {
                    return added;
                }
            }
            return {};
        })
        .map([&] { return std::move(found); });
}

Result<QStringList> profilesOf(Database& db, const QString& profile)
{
    if (!profile.isEmpty()) {
        return QStringList { profile };
    }
    QStringList profiles;
    return db
        .each(u"SELECT DISTINCT profile FROM tally"_s, {},
              [&](const QSqlQuery& row) { profiles << row.value(0).toString(); })
        .map([&] { return std::move(profiles); });
}

Result<LaneKey> ownedByLast(Database& db, const LaneKey& key)
{
    if (!key.account.isEmpty()) {
        return key;
    }
    return db
        .value(u"SELECT account FROM profile_state WHERE profile = ? AND is_last = 1"_s,
               { key.profile })
        .map([&key](const QVariant& account) {
            return LaneKey { key.profile, account.toString(), key.thread };
        });
}

Result<void> setThreadPaused(Database& db, const LaneKey& key, bool paused)
{
    return db
        .change(u"INSERT INTO thread_setting (profile, account, thread_id, is_group, paused)"
                " VALUES (?, ?, ?, ?, ?) ON CONFLICT (profile, account, thread_id, is_group)"
                " DO UPDATE SET paused = excluded.paused, paused_until_ms = 0,"
                " pause_cause = 'person'"_s,
                { key.profile, key.account, key.thread.id, key.thread.isGroup, paused })
        .map([](int) {});
}

Result<bool> pauseUntil(Database& db, const ThreadPause& pause)
{
    const LaneKey& key = pause.lane;
    // What a person chooses replaces everything. The owner's writing never shortens a pause.
    const QString change = pause.cause == PauseCause::Person
        ? u"paused_until_ms = excluded.paused_until_ms, pause_cause = excluded.pause_cause"_s
        : u"pause_cause = CASE WHEN paused = 1 AND paused_until_ms >= excluded.paused_until_ms"
          " THEN pause_cause ELSE excluded.pause_cause END,"
          " paused_until_ms = max(paused_until_ms, excluded.paused_until_ms)"
          " WHERE paused = 0 OR paused_until_ms > 0"_s;
    return db
        .change(u"INSERT INTO thread_setting (profile, account, thread_id, is_group, paused,"
                " paused_until_ms, pause_cause) VALUES (?, ?, ?, ?, 1, ?, ?)"
                " ON CONFLICT (profile, account, thread_id, is_group) DO UPDATE SET paused = 1, "_s
                    + change,
                { key.profile, key.account, key.thread.id, key.thread.isGroup, pause.untilMs,
                  pauseCauseName(pause.cause) })
        .map([](int rows) { return rows > 0; });
}

Result<QList<ThreadPause>> threadPauses(Database& db)
{
    QList<ThreadPause> pauses;
    return db
        .each(u"SELECT profile, account, thread_id, is_group, paused_until_ms, pause_cause"
              " FROM thread_setting WHERE paused = 1"_s,
              {},
              [&](const QSqlQuery& query) {
                  pauses.append(
                      { { query.value(0).toString(),
                          query.value(1).toString(),
                          { query.value(2).toString(), query.value(3).toBool() } },
                        query.value(4).toLongLong(),
                        pauseCause(query.value(5).toString()).value_or(PauseCause::Person) });
              })
        .map([&] { return std::move(pauses); });
}

Result<QList<LaneKey>> pausedThreads(Database& db)
{
    return threadPauses(db).map([](const QList<ThreadPause>& pauses) {
        QList<LaneKey> threads;
        for (const ThreadPause& pause : pauses) {
            threads.append(pause.lane);
        }
        return threads;
    });
}

Result<QList<LaneKey>> endPauses(Database& db, const QString& profile, qint64 nowMs)
{
    const auto pauses = threadPauses(db);
    if (!pauses) {
        return tl::unexpected(pauses.error());
    }
    QList<LaneKey> ended;
    for (const ThreadPause& pause : *pauses) {
        if (pause.lane.profile != profile || pause.untilMs == 0 || pause.untilMs > nowMs) {
            continue;
        }
        if (const auto done = setThreadPaused(db, pause.lane, false); !done) {
            return tl::unexpected(done.error());
        }
        ended.append(pause.lane);
    }
    return ended;
}

Result<QStringList> activeGroups(Database& db, const QString& profile, const QString& account,
                                 qint64 sinceMs, int limit)
{
    // From one group to the next by the index, however many messages each has.
    const QString of = u"FROM inbound WHERE is_group = 1 AND profile = ? AND account = ?"_s;
    QList<std::pair<qint64, QString>> groups;
    return db
        .each(u"WITH RECURSIVE known (id) AS (SELECT min(thread_id) %1"
              " UNION ALL SELECT (SELECT min(thread_id) %1 AND thread_id > id) FROM known"
              "  WHERE id IS NOT NULL)"
              " SELECT id, (SELECT max(aged_ms) %1 AND thread_id = id) FROM known"
              " WHERE id IS NOT NULL"_s.arg(of),
              { profile, account, profile, account, profile, account },
              [&](const QSqlQuery& query) {
                  const qint64 newestMs = query.value(1).toLongLong();
                  if (newestMs > sinceMs) {
                      groups.append({ newestMs, query.value(0).toString() });
                  }
              })
        .map([&] {
            std::sort(groups.begin(), groups.end(), std::greater());
            QStringList ids;
            for (const auto& group : std::as_const(groups)) {
                ids << group.second;
            }
            return ids.mid(0, limit);
        });
}

Result<void> erase(Database& db, const QString& profile)
{
    QStringList states;
    for (int value = 0; value <= int(ActivityState::GapClosed); ++value) {
        const auto state = ActivityState(value);
        states << u'\''
                + (state == ActivityState::Accepted ? storedName(InboundState::Accepted)
                                                    : stateName(state))
                + u'\'';
    }
    const QString any = u" IN ("_s + states.join(u", "_s) + u')';
    // By the indexes of the activity, where there are some of the profile alone.
    for (const QString& what :
         { QString(u"inbound WHERE CASE outcome WHEN '' THEN state ELSE outcome END"_s + any
                   + u" AND"_s),
           QString(u"outbound WHERE deadline_ms > 0 AND state"_s + any + u" AND"_s),
           u"outbound WHERE deadline_ms = 0 AND"_s, u"gap WHERE"_s, u"state_change WHERE"_s,
           u"thread_setting WHERE"_s, u"profile_state WHERE"_s, u"tally WHERE"_s }) {
        const auto done = db.change(u"DELETE FROM %1 profile = ?"_s.arg(what), { profile });
        if (!done) {
            return tl::unexpected(done.error());
        }
    }
    return {};
}

} // namespace zalo::profiletable
