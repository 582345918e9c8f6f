// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/outboundtable.h"

#include "messagestore/profiletable.h"
#include "storage/errorcode.h"

#include <QJsonDocument>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace zalo::outboundtable {
namespace {

// A key that was pruned and is asked for again must not be sent again: of a pruned row the key and
// what became of it stay, without thread, texts and addresses. A deadline of 0 marks it.
constexpr qint64 KeysStayLonger = qint64(335) * 24 * 3'600'000; // with 30 days of rows: a year
constexpr qint64 MaxKeys = 200'000;

// A send waits for its pace and a pause at most so long; Zalo's clock is another one.
constexpr qint64 LongestWait = qint64(24) * 3'600'000;
constexpr qint64 ClockMargin = 60'000;

const QString& columns()
{
    static const QString list =
        u"SELECT id, owner, key, profile, thread_id, is_group, kind, path, url, created_ms,"
        " deadline_ms, started_ms, finished_ms, state, error_kind, error_detail, account, target"
        " FROM outbound "_s;
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
    row.account = query.value(16).toString();
    row.target = query.value(17).toString();
    return row;
}

//! Empty without any, so that most rows cost nothing.
QString storedStyles(const StyleSpans& styles)
{
    return styles.isEmpty()
        ? u""_s
        : QString::fromUtf8(QJsonDocument(stylesJson(styles)).toJson(QJsonDocument::Compact));
}

//! A text is worth more than its looks: what cannot be read is left out.
StyleSpans storedStyles(const QByteArray& json, qsizetype textUnits)
{
    return stylesFromJson(QJsonDocument::fromJson(json).array(), textUnits).value_or(StyleSpans());
}

Result<std::optional<OutboundRow>> oneRow(Database& db, const QString& where,
                                          const QVariantList& values)
{
    std::optional<OutboundRow> row;
    auto found =
        db.each(columns() + where, values, [&](const QSqlQuery& query) { row = rowOf(query); });
    if (found && row) {
        found = db.each(
            u"SELECT text, state, message_ids, styles FROM outbound_part WHERE outbound = ?"
            " ORDER BY ordinal"_s,
            { row->id }, [&](const QSqlQuery& query) {
                row->parts.append(
                    { query.value(0).toString(),
                      outboundState(query.value(1).toString()).value_or(OutboundState::Uncertain),
                      query.value(2).toString().split(u'\n', Qt::SkipEmptyParts),
                      storedStyles(query.value(3).toByteArray(),
                                   query.value(0).toString().size()) });
            });
    }
    return found.map([&] { return std::move(row); });
}

//! The row of a message under way, with its parts.
Result<OutboundRow> stored(Database& db, qint64 id)
{
    return byId(db, id).and_then([](std::optional<OutboundRow> row) -> Result<OutboundRow> {
        if (!row) {
            return failure(ErrorKind::Internal, u"a message being sent is gone"_s);
        }
        return std::move(*row);
    });
}

} // namespace

Result<EnqueuedOutbound> enqueue(Database& db, const OutboundRow& row)
{
    const auto inserted = db.change(
        u"INSERT INTO outbound (owner, key, profile, account, thread_id, is_group,"
        " kind, path, url, target, created_ms, deadline_ms)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (owner, key) DO NOTHING"_s,
        { row.owner, row.key, row.profile, row.account, row.thread.id, row.thread.isGroup,
          kindName(row.kind), row.path, row.url, row.target, row.createdMs, row.deadlineMs });
    if (!inserted) {
        return tl::unexpected(inserted.error());
    }
    if (*inserted > 0) {
        const auto id = db.value(u"SELECT last_insert_rowid()"_s);
        for (int ordinal = 0; id && ordinal < row.parts.size(); ++ordinal) {
            const OutboundPartRow& stored = row.parts.at(ordinal);
            const auto part =
                db.change(u"INSERT INTO outbound_part (outbound, ordinal, text, styles)"
                          " VALUES (?, ?, ?, ?)"_s,
                          { *id, ordinal, stored.text, storedStyles(stored.styles) });
            if (!part) {
                return tl::unexpected(part.error());
            }
        }
    }
    return byKey(db, row.owner, row.key)
        .and_then([&](std::optional<OutboundRow> stored) -> Result<EnqueuedOutbound> {
            if (!stored) {
                return failure(ErrorKind::Internal, u"a stored message is gone"_s);
            }
            return EnqueuedOutbound { std::move(*stored), *inserted > 0 };
        });
}

Result<std::optional<OutboundRow>> byKey(Database& db, const QString& owner, const QString& key)
{
    return oneRow(db, u"WHERE owner = ? AND key = ?"_s, { owner, key });
}

Result<std::optional<OutboundRow>> byId(Database& db, qint64 id)
{
    return oneRow(db, u"WHERE id = ?"_s, { id });
}

Result<QList<OutboundRow>> queued(Database& db)
{
    QList<OutboundRow> rows;
    return db
        .each(columns() + u"WHERE state = 'queued'"_s, {},
              [&](const QSqlQuery& query) { rows.append(rowOf(query)); })
        .map([&] {
            std::sort(rows.begin(), rows.end(),
                      [](const OutboundRow& a, const OutboundRow& b) { return a.id < b.id; });
            return std::move(rows);
        });
}

Result<OutboundRow> markStarted(Database& db, qint64 id, int ordinal, qint64 nowMs)
{
    return db
        .change(u"UPDATE outbound SET state = 'sending', started_ms ="
                " CASE started_ms WHEN 0 THEN ? ELSE started_ms END WHERE id = ?"_s,
                { nowMs, id })
        .and_then([&](int) {
            return db.change(u"UPDATE outbound_part SET state = 'sending'"
                             " WHERE outbound = ? AND ordinal = ?"_s,
                             { id, ordinal });
        })
        .and_then([&](int) { return stored(db, id); });
}

Result<void> requeue(Database& db, qint64 id)
{
    return db
        .change(u"UPDATE outbound SET state = 'queued', started_ms = 0"
                " WHERE id = ? AND state = 'sending'"_s,
                { id })
        .and_then([&](int) {
            return db.change(u"UPDATE outbound_part SET state = 'queued'"
                             " WHERE outbound = ? AND state = 'sending'"_s,
                             { id });
        })
        .map([](int) {});
}

Result<void> finishPart(Database& db, qint64 id, int ordinal, OutboundState state,
                        const QStringList& messageIds)
{
    return db
        .change(u"UPDATE outbound_part SET state = ?, message_ids = ?"
                " WHERE outbound = ? AND ordinal = ?"_s,
                { stateName(state), messageIds.join(u'\n'), id, ordinal })
        .map([](int) {});
}

Result<OutboundRow> finish(Database& db, qint64 id, OutboundState state,
                           const std::optional<Error>& error, qint64 nowMs)
{
    auto done =
        db.change(u"UPDATE outbound SET state = ?, finished_ms = ?,"
                  " error_kind = ?, error_detail = ? WHERE id = ?"_s,
                  { stateName(state), nowMs, error ? storedErrorKind(error->kind) : QString(),
                    error ? error->detail : QString(), id });
    if (done) {
        done = db.change(u"UPDATE outbound_part SET state ="
                         " CASE state WHEN 'sending' THEN 'uncertain' ELSE 'failed' END"
                         " WHERE outbound = ? AND state IN ('queued', 'sending')"_s,
                         { id });
    }
    if (!done) {
        return tl::unexpected(done.error());
    }
    return stored(db, id).and_then([&](OutboundRow row) -> Result<OutboundRow> {
        if (state == OutboundState::Sent) {
            const auto raised = profiletable::raise(db, row.profile, row.account,
                                                    profiletable::Time::LastOut, nowMs, nowMs);
            if (!raised) {
                return tl::unexpected(raised.error());
            }
        }
        return row;
    });
}

namespace {

//! The part that may have gone has gone, and the message is what its parts are.
Result<bool> settleArrived(Database& db, qint64 id, qint64 nowMs)
{
    const auto parts =
        db.change(u"UPDATE outbound_part SET state = 'sent' WHERE outbound = ?"
                  " AND state = 'uncertain' AND EXISTS (SELECT 1 FROM outbound"
                  " WHERE id = outbound AND outbound.state = 'uncertain' AND deadline_ms > 0)"_s,
                  { id });
    if (!parts) {
        return tl::unexpected(parts.error());
    }
    const auto whole = db.change(
        u"UPDATE outbound SET state = 'sent', error_kind = '', error_detail = '' WHERE id = ?"
        " AND state = 'uncertain' AND deadline_ms > 0 AND NOT EXISTS (SELECT 1 FROM outbound_part"
        " WHERE outbound = id AND outbound_part.state <> 'sent')"_s,
        { id });
    if (!whole) {
        return tl::unexpected(whole.error());
    }
    if (*whole > 0) {
        return stored(db, id).and_then([&](const OutboundRow& row) {
            return profiletable::raise(db, row.profile, row.account, profiletable::Time::LastOut,
                                       row.finishedMs, nowMs)
                .map([] { return true; });
        });
    }
    return db
        .change(u"UPDATE outbound SET state = 'failed', error_kind = ?, error_detail = ''"
                " WHERE id = ? AND state = 'uncertain' AND deadline_ms > 0"_s,
                { storedErrorKind(ErrorKind::Cancelled), id })
        .map([](int rows) { return rows > 0; });
}

} // namespace

Result<bool> settle(Database& db, qint64 id, SendSettlement how, qint64 nowMs)
{
    switch (how) {
    case SendSettlement::Arrived:
        return settleArrived(db, id, nowMs);
    case SendSettlement::Dismissed:
        return db
            .change(u"UPDATE outbound SET state = 'dismissed' WHERE id = ?"
                    " AND state IN ('failed', 'uncertain') AND deadline_ms > 0"_s,
                    { id })
            .map([](int rows) { return rows > 0; });
    }
    Q_UNREACHABLE();
}

Result<bool> dismiss(Database& db, qint64 id)
{
    return db
        .change(u"UPDATE outbound SET state = 'dismissed' WHERE id = ? AND state = 'failed'"
                " AND deadline_ms > 0"_s,
                { id })
        .map([](int rows) { return rows > 0; });
}

Result<RelayRecovery> recover(Database& db, qint64 nowMs)
{
    QVariantList ended; // ids
    // What an UPDATE changes: how many, and which.
    const auto end = [&](const QString& change, const QVariantList& values) {
        const qsizetype before = ended.size();
        return db
            .each(u"UPDATE outbound SET "_s + change + u" RETURNING id"_s, values,
                  [&](const QSqlQuery& row) { ended.append(row.value(0)); })
            .map([&, before] { return int(ended.size() - before); });
    };
    // zca was under way: it may have been faster than our end.
    const auto uncertain = end(u"state = 'uncertain', finished_ms = ?, error_kind = ?"
                               " WHERE state = 'sending' AND EXISTS (SELECT 1 FROM outbound_part"
                               "  WHERE outbound = id AND outbound_part.state = 'sending')"_s,
                               { nowMs, storedErrorKind(ErrorKind::Uncertain) });
    // Between two parts, or after the last one, it is known what went.
    const auto whole = end(u"state = 'sent', finished_ms = ?"
                           " WHERE state = 'sending' AND NOT EXISTS (SELECT 1 FROM outbound_part"
                           "  WHERE outbound = id AND outbound_part.state <> 'sent')"
                           " AND EXISTS (SELECT 1 FROM outbound_part WHERE outbound = id)"_s,
                           { nowMs });
    const auto torn =
        end(u"state = 'failed', finished_ms = ?, error_kind = ? WHERE state = 'sending'"_s,
            { nowMs, storedErrorKind(ErrorKind::Cancelled) });
    const auto expired = end(u"state = 'failed', finished_ms = ?, error_kind = ?"
                             " WHERE state = 'queued' AND deadline_ms <= ?"_s,
                             { nowMs, storedErrorKind(ErrorKind::Cancelled), nowMs });
    for (const auto* step : { &uncertain, &whole, &torn, &expired }) {
        if (!*step) {
            return tl::unexpected(step->error());
        }
    }
    for (const QVariant& id : std::as_const(ended)) {
        const auto parts = db.change(u"UPDATE outbound_part SET state ="
                                     " CASE state WHEN 'sending' THEN 'uncertain' ELSE 'failed' END"
                                     " WHERE outbound = ? AND state IN ('queued', 'sending')"_s,
                                     { id });
        if (!parts) {
            return tl::unexpected(parts.error());
        }
    }
    return RelayRecovery { *uncertain, *expired };
}

namespace {

//! Leaves only the keys of at most `limit` finished rows from before `beforeMs`.
Result<int> strip(Database& db, qint64 beforeMs, qint64 limit)
{
    const auto chosen = u"(SELECT id FROM outbound WHERE created_ms < ? AND deadline_ms > 0"
                        " AND +state IN ('sent', 'failed', 'uncertain', 'dismissed')"
                        " ORDER BY created_ms, id LIMIT ?)"_s;
    return db
        .change(u"UPDATE outbound_part SET text = '', styles = '' WHERE outbound IN "_s + chosen,
                { beforeMs, limit })
        .and_then([&](int) {
            return db.change(u"UPDATE outbound SET deadline_ms = 0, thread_id = '',"
                             " path = '', url = '', target = '', error_detail = ''"
                             " WHERE id IN "_s
                                 + chosen,
                             { beforeMs, limit });
        });
}

Result<int> forget(Database& db, qint64 beforeMs, qint64 limit)
{
    return db.change(u"DELETE FROM outbound WHERE id IN (SELECT id FROM outbound"
                     " WHERE created_ms < ? AND deadline_ms = 0"
                     " ORDER BY created_ms, id LIMIT ?)"_s,
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
    const auto rows =
        db.value(u"SELECT total(rows) FROM tally WHERE direction = 'out' AND "_s + which);
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
    return bound(db, u"state IN ('sent', 'failed', 'uncertain', 'dismissed')"_s, beforeMs, maxRows,
                 limit, &strip)
        .and_then([&](int stripped) {
            return bound(db, u"state = 'key'"_s, beforeMs - KeysStayLonger, MaxKeys, limit, &forget)
                .map([stripped](int forgotten) { return stripped + forgotten; });
        });
}

Result<bool> isOurs(Database& db, const InboundRow& row)
{
    const qint64 writtenMs = row.agedMs > 0 ? row.agedMs : row.receivedMs;
    const QString text = row.payload.value(QLatin1String("text")).toString();
    bool isOurs = false;
    for (const OutboundState state :
         { OutboundState::Sending, OutboundState::Sent, OutboundState::Failed,
           OutboundState::Uncertain, OutboundState::Dismissed }) {
        const auto read = db.each(
            u"SELECT part.text, part.message_ids, part.state, started_ms, finished_ms, account"
            " FROM outbound JOIN outbound_part AS part ON part.outbound = outbound.id"
            " WHERE deadline_ms > 0 AND outbound.state = ? AND thread_id = ?"
            " AND created_ms > ? AND created_ms < ?"_s,
            { stateName(state), row.thread.id, writtenMs - LongestWait, writtenMs + ClockMargin },
            [&](const QSqlQuery& query) {
                if (query.value(5).toString() != row.account) {
                    return;
                }
                const QStringList ids = query.value(1).toString().split(u'\n', Qt::SkipEmptyParts);
                const auto part = outboundState(query.value(2).toString());
                if (!ids.isEmpty()) {
                    isOurs = isOurs || ids.contains(row.msgId);
                    return;
                }
                const bool mayHaveGone = part == OutboundState::Sending
                    || part == OutboundState::Sent || part == OutboundState::Uncertain;
                const QString sent = query.value(0).toString();
                const qint64 endMs = query.value(4).toLongLong();
                const bool isOfThen = writtenMs > query.value(3).toLongLong() - ClockMargin
                    && (endMs == 0 || writtenMs < endMs + ClockMargin);
                isOurs = isOurs || (mayHaveGone && (sent.isEmpty() ? isOfThen : sent == text));
            });
        if (!read) {
            return tl::unexpected(read.error());
        }
    }
    return isOurs;
}

} // namespace zalo::outboundtable
