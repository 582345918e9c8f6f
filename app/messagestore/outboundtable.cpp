// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/outboundtable.h"

#include "messagestore/profiletable.h"
#include "storage/errorcode.h"

#include <algorithm>
#include <limits>

namespace zalo::outboundtable {
namespace {

// A key that was pruned and is asked for again must not be sent again: of a pruned row the key and
// what became of it stay, without thread, texts and addresses. A deadline of 0 marks it.
constexpr qint64 KeysStayLonger = qint64(335) * 24 * 3'600'000; // with 30 days of rows: a year
constexpr qint64 MaxKeys = 200'000;

const QString& columns()
{
    static const QString list = QStringLiteral(
        "SELECT id, owner, key, profile, thread_id, is_group, kind, path, url, created_ms,"
        " deadline_ms, started_ms, finished_ms, state, error_kind, error_detail FROM outbound ");
    return list;
}

OutboundRow rowOf(const QSqlQuery& query)
{
    OutboundRow row;
    row.id = query.value(0).toLongLong();
    row.owner = query.value(1).toString();
    row.key = query.value(2).toString();
    row.profile = query.value(3).toString();
    row.thread = { query.value(4).toString(), query.value(5).toBool() };
    row.kind = outboundKind(query.value(6).toString()).value_or(OutboundKind::Text);
    row.path = query.value(7).toString();
    row.url = query.value(8).toString();
    row.createdMs = query.value(9).toLongLong();
    row.deadlineMs = query.value(10).toLongLong();
    row.startedMs = query.value(11).toLongLong();
    row.finishedMs = query.value(12).toLongLong();
    row.state = outboundState(query.value(13).toString()).value_or(OutboundState::Uncertain);
    if (const QString kind = query.value(14).toString(); !kind.isEmpty()) {
        row.error = Error { errorKindFromStored(kind), query.value(15).toString() };
    }
    return row;
}

Result<std::optional<OutboundRow>> oneRow(Database& db, const QString& where,
                                          const QVariantList& values)
{
    std::optional<OutboundRow> row;
    auto found =
        db.each(columns() + where, values, [&](const QSqlQuery& query) { row = rowOf(query); });
    if (found && row) {
        found = db.each(
            QStringLiteral("SELECT text, state, message_ids FROM outbound_part WHERE outbound = ?"
                           " ORDER BY ordinal"),
            { row->id }, [&](const QSqlQuery& query) {
                row->parts.append(
                    { query.value(0).toString(),
                      outboundState(query.value(1).toString()).value_or(OutboundState::Uncertain),
                      query.value(2).toString().split(u'\n', Qt::SkipEmptyParts) });
            });
    }
    return found.map([&] { return std::move(row); });
}

} // namespace

Result<EnqueuedOutbound> enqueue(Database& db, const OutboundRow& row)
{
    const auto inserted = db.change(
        QStringLiteral("INSERT INTO outbound (owner, key, profile, thread_id, is_group, kind, path,"
                       " url, created_ms, deadline_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                       " ON CONFLICT (owner, key) DO NOTHING"),
        { row.owner, row.key, row.profile, row.thread.id, row.thread.isGroup, kindName(row.kind),
          row.path, row.url, row.createdMs, row.deadlineMs });
    if (!inserted) {
        return tl::unexpected(inserted.error());
    }
    if (*inserted > 0) {
        const auto id = db.value(QStringLiteral("SELECT last_insert_rowid()"));
        for (int ordinal = 0; id && ordinal < row.parts.size(); ++ordinal) {
            const auto part =
                db.change(QStringLiteral("INSERT INTO outbound_part (outbound, ordinal, text)"
                                         " VALUES (?, ?, ?)"),
                          { *id, ordinal, row.parts.at(ordinal).text });
            if (!part) {
                return tl::unexpected(part.error());
            }
        }
    }
    return byKey(db, row.owner, row.key)
        .and_then([&](std::optional<OutboundRow> stored) -> Result<EnqueuedOutbound> {
            if (!stored) {
                return failure(ErrorKind::Internal, QStringLiteral("a stored message is gone"));
            }
            return EnqueuedOutbound { std::move(*stored), *inserted > 0 };
        });
}

Result<std::optional<OutboundRow>> byKey(Database& db, const QString& owner, const QString& key)
{
    return oneRow(db, QStringLiteral("WHERE owner = ? AND key = ?"), { owner, key });
}

Result<std::optional<OutboundRow>> byId(Database& db, qint64 id)
{
    return oneRow(db, QStringLiteral("WHERE id = ?"), { id });
}

Result<QList<OutboundRow>> queued(Database& db)
{
    QList<OutboundRow> rows;
    return db
        .each(columns() + QStringLiteral("WHERE state = 'queued' ORDER BY id"), {},
              [&](const QSqlQuery& query) { rows.append(rowOf(query)); })
        .map([&] { return std::move(rows); });
}

Result<void> markStarted(Database& db, qint64 id, int ordinal, qint64 nowMs)
{
    return db
        .change(QStringLiteral("UPDATE outbound SET state = 'sending', started_ms ="
                               " CASE started_ms WHEN 0 THEN ? ELSE started_ms END WHERE id = ?"),
                { nowMs, id })
        .and_then([&](int) {
            return db.change(QStringLiteral("UPDATE outbound_part SET state = 'sending'"
                                            " WHERE outbound = ? AND ordinal = ?"),
                             { id, ordinal });
        })
        .map([](int) {});
}

Result<void> finishPart(Database& db, qint64 id, int ordinal, OutboundState state,
                        const QStringList& messageIds)
{
    return db
        .change(QStringLiteral("UPDATE outbound_part SET state = ?, message_ids = ?"
                               " WHERE outbound = ? AND ordinal = ?"),
                { stateName(state), messageIds.join(u'\n'), id, ordinal })
        .map([](int) {});
}

Result<OutboundRow> finish(Database& db, qint64 id, OutboundState state,
                           const std::optional<Error>& error, qint64 nowMs)
{
    auto done =
        db.change(QStringLiteral("UPDATE outbound SET state = ?, finished_ms = ?,"
                                 " error_kind = ?, error_detail = ? WHERE id = ?"),
                  { stateName(state), nowMs, error ? storedErrorKind(error->kind) : QString(),
                    error ? error->detail : QString(), id });
    if (done) {
        done = db.change(QStringLiteral("UPDATE outbound_part SET state = 'failed'"
                                        " WHERE outbound = ? AND state = 'queued'"),
                         { id });
    }
    if (!done) {
        return tl::unexpected(done.error());
    }
    return byId(db, id).and_then([&](std::optional<OutboundRow> row) -> Result<OutboundRow> {
        if (!row) {
            return failure(ErrorKind::Internal, QStringLiteral("a message being sent is gone"));
        }
        if (state == OutboundState::Sent) {
            const auto raised =
                profiletable::raise(db, row->profile, profiletable::Time::LastOut, nowMs);
            if (!raised) {
                return tl::unexpected(raised.error());
            }
        }
        return std::move(*row);
    });
}

Result<RelayRecovery> recover(Database& db, qint64 nowMs)
{
    // zca was under way: it may have been faster than our end.
    const auto uncertain = db.change(
        QStringLiteral("UPDATE outbound SET state = 'uncertain', finished_ms = ?, error_kind = ?"
                       " WHERE state = 'sending' AND EXISTS (SELECT 1 FROM outbound_part"
                       "  WHERE outbound = id AND outbound_part.state = 'sending')"),
        { nowMs, storedErrorKind(ErrorKind::Uncertain) });
    // Between two parts, or after the last one, it is known what went.
    const auto whole = db.change(
        QStringLiteral("UPDATE outbound SET state = 'sent', finished_ms = ?"
                       " WHERE state = 'sending' AND NOT EXISTS (SELECT 1 FROM outbound_part"
                       "  WHERE outbound = id AND outbound_part.state <> 'sent')"
                       " AND EXISTS (SELECT 1 FROM outbound_part WHERE outbound = id)"),
        { nowMs });
    const auto torn = db.change(
        QStringLiteral("UPDATE outbound SET state = 'failed', finished_ms = ?, error_kind = ?"
                       " WHERE state = 'sending'"),
        { nowMs, storedErrorKind(ErrorKind::Cancelled) });
    const auto expired = db.change(
        QStringLiteral("UPDATE outbound SET state = 'failed', finished_ms = ?, error_kind = ?"
                       " WHERE state = 'queued' AND deadline_ms <= ?"),
        { nowMs, storedErrorKind(ErrorKind::Cancelled), nowMs });
    const auto parts =
        db.change(QStringLiteral("UPDATE outbound_part SET state ="
                                 " CASE state WHEN 'sending' THEN 'uncertain' ELSE 'failed' END"
                                 " WHERE state IN ('queued', 'sending') AND outbound IN"
                                 " (SELECT id FROM outbound WHERE finished_ms = ?)"),
                  { nowMs });
    for (const auto* step : { &uncertain, &whole, &torn, &expired, &parts }) {
        if (!*step) {
            return tl::unexpected(step->error());
        }
    }
    return RelayRecovery { *uncertain, *expired };
}

namespace {

//! Leaves only the keys of at most `limit` finished rows from before `beforeMs`.
Result<int> strip(Database& db, qint64 beforeMs, qint64 limit)
{
    const auto chosen = QStringLiteral(
        "(SELECT id FROM outbound WHERE created_ms < ? AND deadline_ms > 0"
        " AND state IN ('sent', 'failed', 'uncertain') ORDER BY created_ms, id LIMIT ?)");
    return db
        .change(QStringLiteral("UPDATE outbound_part SET text = '' WHERE outbound IN ") + chosen,
                { beforeMs, limit })
        .and_then([&](int) {
            return db.change(QStringLiteral("UPDATE outbound SET deadline_ms = 0, thread_id = '',"
                                            " path = '', url = '', error_detail = ''"
                                            " WHERE id IN ")
                                 + chosen,
                             { beforeMs, limit });
        });
}

Result<int> forget(Database& db, qint64 beforeMs, qint64 limit)
{
    return db.change(QStringLiteral("DELETE FROM outbound WHERE id IN (SELECT id FROM outbound"
                                    " WHERE created_ms < ? AND deadline_ms = 0"
                                    " ORDER BY created_ms, id LIMIT ?)"),
                     { beforeMs, limit });
}

//! What `remove` does with rows before `beforeMs`, and with those that are more than `most` of the
//! ones that `which` counts; at most `limit`.
template <typename Remove>
Result<int> bound(Database& db, const QString& which, qint64 beforeMs, qint64 most, int limit,
                  Remove remove)
{
    const Result<int> old = remove(db, beforeMs, limit);
    if (!old || *old == limit) {
        return old;
    }
    const auto rows = db.value(QStringLiteral("SELECT count(*) FROM outbound WHERE ") + which);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    const qint64 excess = std::min<qint64>(rows->toLongLong() - most, limit - *old);
    if (excess <= 0) {
        return old;
    }
    return remove(db, std::numeric_limits<qint64>::max(), excess).map([&](int more) {
        return *old + more;
    });
}

} // namespace

Result<int> prune(Database& db, qint64 beforeMs, qint64 maxRows, int limit)
{
    return bound(db, QStringLiteral("deadline_ms > 0"), beforeMs, maxRows, limit, &strip)
        .and_then([&](int stripped) {
            return bound(db, QStringLiteral("deadline_ms = 0"), beforeMs - KeysStayLonger, MaxKeys,
                         limit, &forget)
                .map([stripped](int forgotten) { return stripped + forgotten; });
        });
}

} // namespace zalo::outboundtable
