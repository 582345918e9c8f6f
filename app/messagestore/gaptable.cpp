// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/gaptable.h"

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

Result<QList<ConnectionGap>> newest(Database& db, const QString& profile, const QString& account,
                                    int limit)
{
    QList<ConnectionGap> rows;
    return db
        .each(u"SELECT from_ms, to_ms, cause FROM gap"
              " WHERE profile = ? AND +account IN ('', ?)" // by time, whoever
              " ORDER BY from_ms DESC, id DESC LIMIT ?"_s,
              { profile, account, limit },
              [&](const QSqlQuery& query) {
                  rows.append({ query.value(0).toLongLong(), query.value(1).toLongLong(),
                                gapCauseOfName(query.value(2).toString()) });
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
