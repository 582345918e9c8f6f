// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/sessioneventtable.h"

#include "core/overloaded.h"
#include "storage/errorcode.h"

using namespace Qt::StringLiterals;

namespace zalo::sessioneventtable {
namespace {

//! A reason in the columns error_kind and error_detail; a cause of our own has no detail.
struct StoredReason
{
    QString kind;
    QString detail;
};

StoredReason storedReason(const StateReason& reason)
{
    return std::visit(Overloaded {
                          [](StateCause cause) {
                              return StoredReason { storedStateCause(cause), {} };
                          },
                          [](const Error& error) {
                              return StoredReason { storedErrorKind(error.kind), error.detail };
                          },
                      },
                      reason);
}

StateReason reasonFromStored(const StoredReason& stored)
{
    if (const auto cause = stateCauseFromStored(stored.kind)) {
        return *cause;
    }
    return Error { errorKindFromStored(stored.kind), stored.detail };
}

} // namespace

Result<void> append(Database& db, const SessionEvent& row)
{
    const StoredReason reason = row.reason ? storedReason(*row.reason) : StoredReason {};
    const auto added = db.change(u"INSERT INTO state_change"
                                 " (profile, account, at_ms, state, error_kind, error_detail)"
                                 " VALUES (?, ?, ?, ?, ?, ?)"_s,
                                 { row.profile, row.account, row.atMs, sessionStateName(row.state),
                                   reason.kind, reason.detail });
    if (!added) {
        return tl::unexpected(added.error());
    }
    return db
        .change(u"DELETE FROM state_change WHERE profile = ? AND routine = 0"
                " AND id <= (SELECT id FROM state_change WHERE profile = ?"
                " AND routine = 0 ORDER BY id DESC LIMIT 1 OFFSET ?)"_s,
                { row.profile, row.profile, Kept })
        .map([](int) {});
}

Result<QList<SessionEvent>> newest(Database& db, const QString& profile, const QString& account,
                                   int limit)
{
    QList<SessionEvent> rows;
    // Older versions renewed each connection every half hour, and marked that as routine.
    return db
        .each(u"SELECT at_ms, state, error_kind, error_detail, account FROM state_change"
              " WHERE profile = ? AND routine = 0 AND account IN ('', ?)"
              " ORDER BY id DESC LIMIT ?"_s,
              { profile, account, limit },
              [&](const QSqlQuery& query) {
                  const auto state = sessionStateOfName(query.value(1).toString());
                  if (!state) {
                      return; // of a newer version
                  }
                  SessionEvent row;
                  row.profile = profile;
                  row.account = query.value(4).toString();
                  row.atMs = query.value(0).toLongLong();
                  row.state = *state;
                  if (const QString kind = query.value(2).toString(); !kind.isEmpty()) {
                      row.reason = reasonFromStored({ kind, query.value(3).toString() });
                  }
                  rows.append(row);
              })
        .map([&] { return std::move(rows); });
}

} // namespace zalo::sessioneventtable
