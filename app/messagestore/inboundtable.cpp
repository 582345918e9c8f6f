// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/inboundtable.h"

#include "messagestore/mediastore.h"
#include "messagestore/outboundtable.h"
#include "messagestore/profiletable.h"
#include "messagestore/waitingschema.h"
#include "storage/errorcode.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace zalo::inboundtable {
namespace {

const QString& columns()
{
    static const QString list =
        u"SELECT seq, profile, msg_id, thread_id, is_group, received_ms, payload, state, attempts,"
        " next_try_ms, error_kind, error_detail, released, taken_ms, outcome, outcome_reason,"
        " outcome_ms, account, aged_ms, media_wanted, media_tries, media_next_ms FROM inbound "_s;
    return list;
}

InboundRow rowOf(const QSqlQuery& query)
{
    InboundRow row;
    row.seq = query.value(0).toLongLong();
    row.profile = query.value(1).toString();
    row.msgId = query.value(2).toString();
    row.thread = { query.value(3).toString(), query.value(4).toBool() };
    row.receivedMs = query.value(5).toLongLong();
    row.payload = QJsonDocument::fromJson(query.value(6).toString().toUtf8()).object();
    row.state = inboundState(query.value(7).toString()).value_or(InboundState::Dead);
    row.attempts = query.value(8).toInt();
    row.nextAttemptMs = query.value(9).toLongLong();
    if (const QString kind = query.value(10).toString(); !kind.isEmpty()) {
        row.lastError = Error { errorKindFromStored(kind), query.value(11).toString() };
    }
    row.released = query.value(12).toBool();
    row.acceptedMs = query.value(13).toLongLong();
    row.outcome = inboundOutcome(query.value(14).toString()).value_or(InboundOutcome::None);
    row.outcomeReason = outcomeReasonFromStored(query.value(15).toString());
    row.outcomeMs = query.value(16).toLongLong();
    row.account = query.value(17).toString();
    row.agedMs = query.value(18).toLongLong();
    row.wantsMedia = query.value(19).toBool();
    row.mediaTries = query.value(20).toInt();
    row.nextMediaMs = query.value(21).toLongLong();
    return row;
}

Result<std::optional<InboundRow>> oneRow(Database& db, const QString& where,
                                         const QVariantList& values)
{
    std::optional<InboundRow> row;
    return db.each(columns() + where, values, [&](const QSqlQuery& query) { row = rowOf(query); })
        .map([&] { return std::move(row); });
}

QString payloadText(const InboundRow& row)
{
    return QString::fromUtf8(QJsonDocument(row.payload).toJson(QJsonDocument::Compact));
}

//! The sender's own id of a message and a digest of what was sent; empty where there is no id.
QString cliMsgIdOf(const InboundRow& row)
{
    const QString id = row.payload.value(QLatin1String("cliMsgId")).toString();
    if (id.isEmpty() || id == QLatin1String("0")) {
        return {};
    }
    QCryptographicHash digest(QCryptographicHash::Sha1);
    digest.addData(row.payload.value(QLatin1String("text")).toString().toUtf8());
    const QJsonArray media = row.payload.value(QLatin1String("media")).toArray();
    for (const auto& medium : media) {
        digest.addData(medium.toObject().value(QLatin1String("url")).toString().toUtf8());
    }
    return id + u':' + QString::fromLatin1(digest.result().first(8).toHex());
}

} // namespace

Result<bool> append(Database& db, const InboundRow& row)
{
    if (row.state == InboundState::Own) {
        const Result<bool> isOurs = outboundtable::isOurs(db, row);
        if (!isOurs || *isOurs) {
            return isOurs.map([](bool) { return false; }); // it stands among what was sent
        }
    }
    const qint64 agedMs = row.agedMs > 0 ? row.agedMs : row.receivedMs;
    // Whatever identifies a message may say that it is a repeat: two unique indexes.
    const auto inserted =
        db.change(u"INSERT OR IGNORE INTO inbound (profile, account, msg_id,"
                  " cli_msg_id, sender_id, thread_id, is_group, received_ms, aged_ms,"
                  " payload, state, media_wanted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                  { row.profile, row.account, row.msgId, cliMsgIdOf(row),
                    row.payload.value(QLatin1String("senderId")).toString(), row.thread.id,
                    row.thread.isGroup, row.receivedMs, agedMs, payloadText(row),
                    storedName(row.state), row.wantsMedia });
    if (!inserted) {
        return tl::unexpected(inserted.error());
    }
    if (*inserted == 0) {
        return false;
    }
    if (row.state == InboundState::Own) {
        return true; // nothing came in
    }
    return profiletable::raise(db, row.profile, row.account, profiletable::Time::LastIn, agedMs,
                               std::max(agedMs, row.receivedMs))
        .map([] { return true; });
}

Result<QList<WaitingLane>> waitingLanes(Database& db, const QString& profile,
                                        const QString& account)
{
    QList<WaitingLane> lanes;
    return db
        .each(u"SELECT thread_id, is_group, min(seq), count(*) FROM inbound"
              " WHERE state = 'waiting' AND profile = ? AND account = ?"
              " GROUP BY thread_id, is_group"_s,
              { profile, account },
              [&](const QSqlQuery& query) {
                  lanes.append({ { query.value(0).toString(), query.value(1).toBool() },
                                 query.value(2).toLongLong(),
                                 query.value(3).toInt() });
              })
        .map([&] {
            std::sort(lanes.begin(), lanes.end(), [](const WaitingLane& a, const WaitingLane& b) {
                return a.firstSeq < b.firstSeq;
            });
            return std::move(lanes);
        });
}

Result<std::optional<InboundRow>> nextWaiting(Database& db, const LaneKey& lane)
{
    const QVariantList values { lane.profile, lane.account, lane.thread.id, lane.thread.isGroup };
    auto row = oneRow(db,
                      u"WHERE state = 'waiting' AND profile = ? AND account = ?"
                      " AND thread_id = ? AND is_group = ? ORDER BY aged_ms, seq LIMIT 1"_s,
                      values);
    if (!row || !*row) {
        return row;
    }
    const auto overtaken =
        db.value(u"SELECT seq FROM inbound WHERE state = 'waiting' AND profile = ? AND account = ?"
                 " AND thread_id = ? AND is_group = ? AND seq < ? ORDER BY seq LIMIT 1"_s,
                 values + QVariantList { (*row)->seq });
    if (!overtaken) {
        return tl::unexpected(overtaken.error());
    }
    (*row)->overtakenSeq = overtaken->toLongLong();
    return row;
}

Result<int> expire(Database& db, const QString& profile, qint64 beforeMs, int limit)
{
    return db.change(u"UPDATE inbound SET state = 'expired' WHERE seq IN (SELECT seq FROM inbound"
                     " WHERE state = 'waiting' AND released = 0 AND profile = ? AND aged_ms < ?"
                     " ORDER BY aged_ms LIMIT ?)"_s,
                     { profile, beforeMs, limit });
}

Result<int> releaseExpired(Database& db, const QString& profile, const QString& account, int limit)
{
    return db.change(u"UPDATE inbound SET state = 'waiting', released = 1, attempts = 0,"
                     " next_try_ms = 0 WHERE seq IN (SELECT seq FROM inbound"
                     " WHERE state = 'expired' AND profile = ? AND account = ?"
                     " ORDER BY seq LIMIT ?)"_s,
                     { profile, account, limit });
}

Result<std::optional<InboundRow>> bySeq(Database& db, qint64 seq)
{
    return oneRow(db, u"WHERE seq = ?"_s, { seq });
}

Result<std::optional<InboundRow>> byMessageId(Database& db, const QString& account,
                                              const ThreadRef& thread, const QString& msgId)
{
    return oneRow(db, u"WHERE msg_id = ? AND account = ? AND thread_id = ? AND is_group = ?"_s,
                  { msgId, account, thread.id, thread.isGroup });
}

Result<qint64> lastSeq(Database& db)
{
    return db.value(u"SELECT max(seq) FROM inbound"_s).map([](const QVariant& seq) {
        return seq.toLongLong();
    });
}

Result<void> markAccepted(Database& db, qint64 seq, qint64 nowMs)
{
    return db
        .change(u"UPDATE inbound SET state = 'taken', taken_ms = ?, error_kind = '',"
                " error_detail = '', media_wanted = 0 WHERE seq = ? AND state <> 'taken'"_s,
                { nowMs, seq })
        .map([](int) {});
}

Result<void> recordAttempt(Database& db, qint64 seq, int attempts, qint64 nextAttemptMs,
                           const Error& error, InboundState state)
{
    return db
        .change(u"UPDATE inbound SET attempts = ?, next_try_ms = ?, error_kind = ?,"
                " error_detail = ?, state = ? WHERE seq = ? AND state = 'waiting'"_s,
                { attempts, nextAttemptMs, storedErrorKind(error.kind), error.detail,
                  storedName(state), seq })
        .map([](int) {});
}

Result<std::optional<InboundRow>> settle(Database& db, const QString& profile, qint64 seq,
                                         InboundState state)
{
    const bool waits = state == InboundState::Waiting;
    const auto changed =
        db.change(u"UPDATE inbound SET state = ?, released = ?, attempts = 0, next_try_ms = 0,"
                  " media_wanted = media_wanted AND ?, outcome = '',"
                  " outcome_reason = CASE WHEN ? THEN '' ELSE outcome_reason END"
                  " WHERE seq = ? AND profile = ? AND (state IN ('waiting', 'dead', 'expired')"
                  " OR (state = 'taken' AND outcome IN ('dropped', 'failed'))"
                  " OR (? AND state = 'discarded' AND outcome_reason <> ''))"_s,
                  { storedName(state), waits, waits, waits, seq, profile, waits });
    if (!changed) {
        return tl::unexpected(changed.error());
    }
    return *changed > 0 ? bySeq(db, seq) : Result<std::optional<InboundRow>>();
}

Result<bool> dismiss(Database& db, const QString& profile, qint64 seq)
{
    return db
        .change(u"UPDATE inbound SET state = 'discarded', released = 0, attempts = 0,"
                " next_try_ms = 0, media_wanted = 0, outcome = ''"
                " WHERE seq = ? AND profile = ? AND (state IN ('dead', 'expired') OR (%1))"_s.arg(
                    failedTurn()),
                { seq, profile })
        .map([](int rows) { return rows > 0; });
}

namespace {

//! As the tally has it (waitingschema.h).
Result<bool> hasFailedTurns(Database& db, const QString& profile)
{
    return db
        .value(u"SELECT total(rows) FROM tally WHERE profile = ? AND direction = 'turn'"
               " AND state = 'failed'"_s,
               { profile })
        .map([](const QVariant& rows) { return rows.toLongLong() > 0; });
}

//! A turn of `answered` went well: those of the same person before it that failed need nobody any
//! more.
Result<void> settleFailedBefore(Database& db, const InboundRow& answered)
{
    return db
        .change(u"UPDATE inbound SET state = 'discarded', outcome = '' WHERE profile = ? AND %1"
                " AND account = ? AND thread_id = ? AND is_group = ? AND sender_id ="
                " (SELECT sender_id FROM inbound WHERE seq = ?) AND (aged_ms, seq) < (?, ?)"_s.arg(
                    failedTurn()),
                { answered.profile, answered.account, answered.thread.id, answered.thread.isGroup,
                  answered.seq, answered.agedMs, answered.seq })
        .map([](int) {});
}

//! The same for each message of this id that was not answered before.
Result<void> settleBefore(Database& db, const QString& profile, const QString& msgId,
                          const QString& threadId)
{
    // There hardly ever are any, and every answer asks.
    const Result<bool> any = hasFailedTurns(db, profile);
    if (!any || !*any) {
        return any.map([](bool) {});
    }
    QList<InboundRow> answered;
    Result<void> done =
        db.each(columns()
                    + u"WHERE msg_id = ? AND profile = ? AND (? = '' OR thread_id = ?)"
                      " AND state <> 'own' AND outcome <> 'dispatched'"_s,
                { msgId, profile, threadId, threadId },
                [&](const QSqlQuery& query) { answered.append(rowOf(query)); });
    for (qsizetype i = 0; done && i < answered.size(); ++i) {
        done = settleFailedBefore(db, answered.at(i));
    }
    return done;
}

} // namespace

Result<bool> recordOutcome(Database& db, const QString& profile, const QString& msgId,
                           const QString& threadId, InboundOutcome outcome,
                           const OutcomeReason& reason, qint64 nowMs)
{
    if (outcome == InboundOutcome::Dispatched) {
        if (const auto settled = settleBefore(db, profile, msgId, threadId); !settled) {
            return tl::unexpected(settled.error());
        }
    }
    // An own message was never delivered. Plugins before 1.1 do not name the thread.
    return db
        .change(u"UPDATE inbound SET outcome = ?, outcome_reason = ?, outcome_ms = ?"
                " WHERE msg_id = ? AND profile = ? AND (? = '' OR thread_id = ?)"
                " AND state <> 'own'"_s,
                { outcomeName(outcome), storedOutcomeReason(reason), nowMs, msgId, profile,
                  threadId, threadId })
        .map([](int rows) { return rows > 0; });
}

Result<QList<InboundRow>> wantingMedia(Database& db, int limit)
{
    QList<InboundRow> rows;
    return db
        .each(columns() + u"WHERE media_wanted = 1 ORDER BY media_next_ms, seq LIMIT ?"_s,
              { limit }, [&](const QSqlQuery& query) { rows.append(rowOf(query)); })
        .map([&] { return std::move(rows); });
}

Result<std::optional<InboundRow>> settleMedia(Database& db, const InboundRow& row)
{
    const auto changed = db.change(
        u"UPDATE inbound SET payload = ?, media_wanted = ?, media_tries = ?, media_next_ms = ?"
        " WHERE seq = ? AND media_wanted = 1"_s,
        { payloadText(row), row.wantsMedia, row.mediaTries, row.nextMediaMs, row.seq });
    if (!changed) {
        return tl::unexpected(changed.error());
    }
    return *changed > 0 ? bySeq(db, row.seq) : Result<std::optional<InboundRow>>();
}

Result<InboundRow> fetchAgain(Database& db, const InboundRow& row)
{
    InboundRow again = row;
    again.payload = mediastore::withoutGone(row.payload);
    again.wantsMedia = mediastore::wantsFetching(again.payload);
    again.mediaTries = 0;
    again.nextMediaMs = 0;
    return db
        .change(u"UPDATE inbound SET payload = ?, media_wanted = ?, media_tries = 0,"
                " media_next_ms = 0 WHERE seq = ?"_s,
                { payloadText(again), again.wantsMedia, again.seq })
        .map([&](int) { return std::move(again); });
}

Result<std::optional<bool>> needsMedia(Database& db, const QString& msgId, qint64 beforeMs)
{
    return db
        .value(u"SELECT max(state NOT IN ('discarded', 'own')"
               " AND (outcome = '' OR outcome_ms > ?)) FROM inbound"
               " WHERE msg_id = ?"_s,
               { beforeMs, msgId })
        .map([](const QVariant& needs) {
            return needs.isValid() && !needs.isNull() ? std::optional(needs.toBool())
                                                      : std::nullopt;
        });
}

namespace {

//! Deletes rows of one state: what is old, and the oldest beyond the bound.
Result<int> pruneState(Database& db, const QString& state, qint64 beforeMs, qint64 maxRows,
                       int limit)
{
    // The state as a literal: that is how SQLite knows that the partial index serves.
    const auto statement =
        u"DELETE FROM inbound WHERE seq IN (SELECT seq FROM inbound WHERE aged_ms < ?"
        " AND state = '%1' ORDER BY aged_ms, seq LIMIT ?)"_s.arg(state);
    const auto old = db.change(statement, { beforeMs, limit });
    if (!old || *old == limit) {
        return old;
    }
    const auto rows = db.value(
        u"SELECT total(rows) FROM tally WHERE direction = 'in' AND state = ?"_s, { state });
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    const qint64 excess = std::min<qint64>(rows->toLongLong() - maxRows, limit - *old);
    if (excess <= 0) {
        return old;
    }
    return db.change(statement, { std::numeric_limits<qint64>::max(), excess }).map([&](int more) {
        return *old + more;
    });
}

} // namespace

Result<int> prune(Database& db, qint64 beforeMs, qint64 maxRows, int limit)
{
    int deleted = 0;
    for (const InboundState state : { InboundState::Accepted, InboundState::Discarded,
                                      InboundState::Own, InboundState::Expired }) {
        const auto some =
            pruneState(db, storedName(state), beforeMs, maxRows, std::max(limit - deleted, 0));
        if (!some) {
            return some;
        }
        deleted += *some;
    }
    return deleted;
}

Result<qint64> newestMs(Database& db)
{
    return db.value(u"SELECT max(aged_ms) FROM inbound WHERE state = 'taken'"_s)
        .map([](const QVariant& ms) { return ms.toLongLong(); });
}

} // namespace zalo::inboundtable
