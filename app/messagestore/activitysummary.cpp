// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/activitysummary.h"

#include "messagestore/waitingschema.h"
#include "storage/database.h"

#include <QSqlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo::activitysummary {
namespace {

//! How many rows of `table` are shown as one of these states, by its index of those.
Result<qint64> count(Database& db, const QString& table, const QString& where, const QString& time,
                     const SummaryQuery& query)
{
    return db
        .value(u"SELECT count(*) FROM %1 WHERE %2 AND profile = ? AND %3 >= ? AND %3 < ?"_s.arg(
                   table, where, time),
               { query.profile, query.fromMs, query.toMs })
        .map([](const QVariant& rows) { return rows.toLongLong(); });
}

Result<qint64> countIn(Database& db, const QString& states, const SummaryQuery& query)
{
    // As inbound_shown says it.
    return count(db, u"inbound"_s,
                 u"CASE outcome WHEN '' THEN state ELSE outcome END IN (%1)"_s.arg(states),
                 u"received_ms"_s, query);
}

//! How much of the stretch a gap takes; one that is open lasts.
qint64 overlap(qint64 fromMs, qint64 toMs, const SummaryQuery& query)
{
    const qint64 end = toMs > 0 ? std::min(toMs, query.toMs) : query.toMs;
    return std::max<qint64>(0, end - std::max(fromMs, query.fromMs));
}

//! The gaps of a profile do not overlap: of those that began before, the last one alone may reach
//! into the stretch.
Result<qint64> missed(Database& db, const SummaryQuery& query)
{
    qint64 sum = 0;
    const auto add = [&](const QSqlQuery& row) {
        sum += overlap(row.value(0).toLongLong(), row.value(1).toLongLong(), query);
    };
    return db
        .each(
            u"SELECT from_ms, to_ms FROM gap WHERE profile = ? AND from_ms >= ? AND from_ms < ?"_s,
            { query.profile, query.fromMs, query.toMs }, add)
        .and_then([&] {
            return db.each(u"SELECT from_ms, to_ms FROM gap WHERE profile = ? AND from_ms < ?"
                           " ORDER BY from_ms DESC, id DESC LIMIT 1"_s,
                           { query.profile, query.fromMs }, add);
        })
        .map([&] { return sum; });
}

} // namespace

Result<ActivitySummary> of(Database& db, const SummaryQuery& query)
{
    ActivitySummary summary;
    qint64 failedTurns = 0;
    const std::pair<qint64*, Result<qint64>> counts[] {
        { &summary.received,
          countIn(db,
                  u"'waiting', 'taken', 'dead', 'discarded', 'expired', 'dispatched', 'dropped',"
                  " 'failed'"_s,
                  query) },
        { &summary.answered, countIn(db, u"'dispatched'"_s, query) },
        { &summary.open, countIn(db, u"'waiting', 'taken'"_s, query) },
        { &summary.failed, countIn(db, u"'dead', 'expired'"_s, query) },
        { &failedTurns, count(db, u"inbound"_s, failedTurn(), u"received_ms"_s, query) },
        { &summary.unsent,
          count(db, u"outbound"_s, u"deadline_ms > 0 AND state IN ('failed', 'uncertain')"_s,
                u"created_ms"_s, query) },
        { &summary.missedMs, missed(db, query) },
    };
    for (const auto& [target, counted] : counts) {
        if (!counted) {
            return tl::unexpected(counted.error());
        }
        *target = *counted;
    }
    summary.failed += failedTurns;
    summary.unanswered = summary.received - summary.answered - summary.open - summary.failed;
    return summary;
}

} // namespace zalo::activitysummary
