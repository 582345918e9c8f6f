// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/sessioneventtable.h"

#include "storage/errorcode.h"

using namespace Qt::StringLiterals;

namespace zalo::sessioneventtable {

Result<void> append(Database& db, const SessionEvent& row)
{
    const QString kind = row.reason ? storedErrorKind(row.reason->kind) : QString();
    const auto added = db.change(u"INSERT INTO state_change"
                                 " (profile, at_ms, state, error_kind, error_detail, routine)"
                                 " VALUES (?, ?, ?, ?, ?, ?)"_s,
                                 { row.profile, row.atMs, row.state, kind,
                                   row.reason ? row.reason->detail : QString(), row.isRoutine });
    if (!added) {
        return tl::unexpected(added.error());
    }
    return db
        .change(u"DELETE FROM state_change WHERE profile = ? AND routine = ?"
                " AND id <= (SELECT id FROM state_change WHERE profile = ?"
                " AND routine = ? ORDER BY id DESC LIMIT 1 OFFSET ?)"_s,
                { row.profile, row.isRoutine, row.profile, row.isRoutine, Kept })
        .map([](int) {});
}

Result<QList<SessionEvent>> newest(Database& db, const QString& profile, int limit)
{
    QList<SessionEvent> rows;
    return db
        .each(u"SELECT at_ms, state, error_kind, error_detail FROM state_change"
              " WHERE profile = ? AND routine = 0 ORDER BY id DESC LIMIT ?"_s,
              { profile, limit },
              [&](const QSqlQuery& query) {
                  SessionEvent row;
                  row.profile = profile;
                  row.atMs = query.value(0).toLongLong();
                  row.state = query.value(1).toString();
                  if (const QString kind = query.value(2).toString(); !kind.isEmpty()) {
                      row.reason = Error { errorKindFromStored(kind), query.value(3).toString() };
                  }
                  rows.append(row);
              })
        .map([&] { return std::move(rows); });
}

} // namespace zalo::sessioneventtable
