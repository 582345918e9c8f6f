// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/gaptable.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo::gaptable {

Result<void> open(Database& db, const QString& profile, const QString& account, const Moment& from,
                  GapCause cause)
{
    return db
        .change(u"INSERT INTO gap (profile, account, from_ms, from_boot_ms, boot_id, cause)"
                " VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (profile, account) WHERE to_ms = 0 DO UPDATE"
                " SET cause = excluded.cause WHERE cause <> 'notRunning'"_s,
                { profile, account, from.ms, from.bootMs, from.bootId, gapCauseName(cause) })
        .map([](int) {});
}

Result<void> close(Database& db, const QString& profile, const QString& account, const Moment& to)
{
    // The wall clock may have been set meanwhile: the length is that of the clock nobody sets, and
    // the newer time the better one. Over a start of the machine only the wall clock is known.
    return db
        .change(u"UPDATE gap SET to_ms = iif(boot_id <> '' AND boot_id = ?, ?, max(?, from_ms)),"
                " from_ms = iif(boot_id <> '' AND boot_id = ?, ? + from_boot_ms, from_ms)"
                " WHERE profile = ? AND account = ? AND to_ms = 0"_s,
                { to.bootId, to.ms, to.ms, to.bootId, to.ms - to.bootMs, profile, account })
        .map([](int) {});
}

Result<void> settle(Database& db, const QString& profile, const QString& account,
                    const RecoveryResult& result)
{
    struct Gap
    {
        qint64 id = 0;
        qint64 toMs = 0;
        int recovered = 0;
    };
    QList<Gap> gaps;
    const auto read =
        db.each(u"SELECT id, to_ms FROM gap WHERE profile = ? AND account = ?"
                " AND from_ms >= ? AND recovery <> 'asked' ORDER BY from_ms, id"_s,
                { profile, account, result.sinceMs }, [&](const QSqlQuery& query) {
                    gaps.append({ query.value(0).toLongLong(), query.value(1).toLongLong() });
                });
    if (!read || gaps.isEmpty()) {
        return read;
    }
    // Zalo's clock is another one: a message is of the first gap that was not over when it came.
    for (const qint64 ms : result.writtenMs) {
        const auto gap = std::find_if(gaps.begin(), gaps.end() - 1, [ms](const Gap& one) {
            return one.toMs == 0 || one.toMs >= ms;
        });
        ++gap->recovered;
    }
    const QString name =
        gapRecoveryName(result.isComplete ? GapRecovery::Asked : GapRecovery::Failed);
    for (const Gap& gap : std::as_const(gaps)) {
        const auto done =
            db.change(u"UPDATE gap SET recovery = ?, recovered = recovered + ? WHERE id = ?"_s,
                      { name, gap.recovered, gap.id });
        if (!done) {
            return tl::unexpected(done.error());
        }
    }
    return {};
}

Result<qint64> firstUnsettled(Database& db, const QString& profile, const QString& account,
                              qint64 sinceMs)
{
    return db
        .value(u"SELECT min(from_ms) FROM gap WHERE recovery <> 'asked' AND profile = ?"
               " AND account = ? AND from_ms > ?"_s,
               { profile, account, sinceMs })
        .map([](const QVariant& ms) { return ms.toLongLong(); });
}

Result<QList<ConnectionGap>> newest(Database& db, const QString& profile, const QString& account,
                                    int limit)
{
    QList<ConnectionGap> rows;
    return db
        .each(u"SELECT from_ms, to_ms, cause, recovery, recovered FROM gap"
              " WHERE profile = ? AND +account IN ('', ?)" // by time, whoever
              " ORDER BY from_ms DESC, id DESC LIMIT ?"_s,
              { profile, account, limit },
              [&](const QSqlQuery& query) {
                  rows.append({ query.value(0).toLongLong(), query.value(1).toLongLong(),
                                gapCauseOfName(query.value(2).toString()),
                                gapRecoveryOfName(query.value(3).toString()),
                                query.value(4).toInt() });
              })
        .map([&] { return std::move(rows); });
}

Result<int> prune(Database& db, qint64 beforeMs, int limit)
{
    return db.change(u"DELETE FROM gap WHERE id IN (SELECT id FROM gap"
                     " WHERE from_ms < ? AND to_ms > 0 LIMIT ?)"_s,
                     { beforeMs, limit });
}

} // namespace zalo::gaptable
