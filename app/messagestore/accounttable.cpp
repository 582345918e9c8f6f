// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/accounttable.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo::accounttable {
namespace {

struct Statement
{
    QString sql;
    QVariantList values;
};

Result<void> runAll(Database& db, const QList<Statement>& statements)
{
    for (const Statement& statement : statements) {
        if (const auto done = db.change(statement.sql, statement.values); !done) {
            return tl::unexpected(done.error());
        }
    }
    return {};
}

//! The last of the `limit` oldest rows of `table` that are nobody's; 0: there are none.
Result<qint64> lastUnclaimed(Database& db, QLatin1String table, QLatin1String id,
                             const QString& profile, int limit)
{
    return db
        .value(u"SELECT max(%2) FROM (SELECT %2 FROM %1 WHERE account = '' AND profile = ?"
               " ORDER BY %2 LIMIT ?)"_s.arg(table, id),
               { profile, limit })
        .map([](const QVariant& last) { return last.toLongLong(); });
}

} // namespace

Result<void> settle(Database& db, const QString& profile, const QString& account,
                    const QString& name)
{
    return runAll(
        db,
        {
            // Where two rows meet, the later time holds.
            { u"INSERT INTO profile_state (profile, account, name, cool_down_until_ms,"
              " last_proved_ms, last_in_ms, last_out_ms)"
              " SELECT ?, ?, ?, coalesce(max(cool_down_until_ms), 0),"
              "  coalesce(max(CASE profile WHEN ? THEN last_proved_ms ELSE 0 END), 0),"
              "  coalesce(max(last_in_ms), 0), coalesce(max(last_out_ms), 0) FROM profile_state"
              " WHERE account = ? OR (profile = ? AND account = '')"
              " ON CONFLICT (profile, account) DO UPDATE SET name = excluded.name,"
              "  cool_down_until_ms = excluded.cool_down_until_ms,"
              "  last_proved_ms = excluded.last_proved_ms,"
              "  last_in_ms = excluded.last_in_ms, last_out_ms = excluded.last_out_ms"_s,
              { profile, account, name, profile, account, profile } },
            { u"DELETE FROM profile_state WHERE profile = ? AND account = ''"_s, { profile } },
            { u"UPDATE profile_state SET is_last = (account = ?) WHERE profile = ?"_s,
              { account, profile } },
            { u"UPDATE OR REPLACE thread_setting SET account = ?"
              " WHERE profile = ? AND account = ''"_s,
              { account, profile } },
            { u"UPDATE OR REPLACE thread_setting SET profile = ?"
              " WHERE account = ? AND profile <> ?"_s,
              { profile, account, profile } },
            // A gap that is open twice is one, the longer one.
            { u"DELETE FROM gap WHERE profile = ? AND account = '' AND to_ms = 0 AND EXISTS"
              " (SELECT 1 FROM gap WHERE profile = ? AND account = ? AND to_ms = 0)"_s,
              { profile, profile, account } },
            { u"UPDATE gap SET account = ? WHERE profile = ? AND account = ''"_s,
              { account, profile } },
            { u"UPDATE state_change SET account = ? WHERE profile = ? AND account = ''"_s,
              { account, profile } },
        });
}

Result<bool> claim(Database& db, const QString& profile, const QString& account, int limit)
{
    const auto inbound =
        lastUnclaimed(db, QLatin1String("inbound"), QLatin1String("seq"), profile, limit);
    const auto outbound =
        lastUnclaimed(db, QLatin1String("outbound"), QLatin1String("id"), profile, limit);
    if (!inbound || !outbound) {
        return tl::unexpected(inbound ? outbound.error() : inbound.error());
    }
    return runAll(db,
                  {
                      // What the account has already is a repeat; what it wrote is no message to
                      // it.
                      { u"UPDATE OR IGNORE inbound SET account = ?, state = CASE WHEN"
                        "  sender_id = ? AND state IN ('waiting', 'dead') THEN 'own' ELSE state"
                        " END WHERE account = '' AND profile = ? AND seq <= ?"_s,
                        { account, account, profile, *inbound } },
                      { u"DELETE FROM inbound WHERE account = '' AND profile = ?"
                        " AND seq <= ?"_s,
                        { profile, *inbound } },
                      { u"UPDATE outbound SET account = ? WHERE account = '' AND profile = ?"
                        " AND id <= ?"_s,
                        { account, profile, *outbound } },
                  })
        .map([&] { return *inbound > 0 || *outbound > 0; });
}

Result<void> move(Database& db, const QString& profile, const QString& account)
{
    QStringList from;
    const auto found =
        db.each(u"SELECT profile FROM profile_state WHERE account = ? AND profile <> ?"_s,
                { account, profile },
                [&from](const QSqlQuery& query) { from << query.value(0).toString(); });
    if (!found) {
        return found;
    }
    for (const QString& other : std::as_const(from)) {
        const QVariantList values { profile, other, account };
        const auto moved = runAll(
            db,
            {
                { u"UPDATE inbound SET profile = ? WHERE state = 'waiting' AND profile = ?"
                  " AND account = ?"_s,
                  values },
                { u"UPDATE inbound SET profile = ? WHERE state = 'dead' AND profile = ?"
                  " AND account = ?"_s,
                  values },
                { u"UPDATE outbound SET profile = ? WHERE state = 'queued' AND profile = ?"
                  " AND account = ?"_s,
                  values },
                { u"UPDATE outbound SET profile = ? WHERE state = 'uncertain' AND profile = ?"
                  " AND account = ?"_s,
                  values },
                // A gap that is open twice is one.
                { u"UPDATE OR IGNORE gap SET profile = ? WHERE profile = ? AND account = ?"
                  " AND to_ms = 0"_s,
                  values },
                { u"DELETE FROM gap WHERE profile = ? AND account = ? AND to_ms = 0"_s,
                  { other, account } },
                { u"DELETE FROM profile_state WHERE profile = ? AND account = ?"_s,
                  { other, account } },
            });
        if (!moved) {
            return moved;
        }
    }
    return {};
}

Result<QHash<QString, QString>> names(Database& db)
{
    QHash<QString, QString> names;
    return db
        .each(u"SELECT account, name FROM profile_state WHERE name <> ''"_s, {},
              [&](const QSqlQuery& query) {
                  names.insert(query.value(0).toString(), query.value(1).toString());
              })
        .map([&] { return std::move(names); });
}

Result<int> discard(Database& db, const QString& profile, const QString& account)
{
    int discarded = 0;
    for (const QString& state : { u"waiting"_s, u"dead"_s }) {
        const auto done =
            db.change(u"UPDATE inbound SET state = 'discarded' WHERE state = '%1' AND profile = ?"
                      " AND account = ?"_s.arg(state),
                      { profile, account });
        if (!done) {
            return done;
        }
        discarded += *done;
    }
    return discarded;
}

} // namespace zalo::accounttable
