// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/activitytable.h"

#include "storage/errorcode.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace zalo::activitytable {
namespace {

constexpr qsizetype MaxShownUnits = 2000; // UTF-16 units shown of one message
constexpr qint64 everything = std::numeric_limits<qint64>::max();

//! A place in the order: newest first, then by kind, then the higher id first.
struct Place
{
    qint64 timeMs = everything;
    int kind = -1;
    qint64 id = 0;

    QString toString() const { return u"%1.%2.%3"_s.arg(timeMs).arg(kind).arg(id); }

    static Result<Place> of(const QString& cursor)
    {
        if (cursor.isEmpty()) {
            return Place();
        }
        const QStringList parts = cursor.split(u'.');
        bool ok = parts.size() == 3;
        Place place;
        if (ok) {
            bool numbers[3];
            place = { parts.at(0).toLongLong(&numbers[0]), parts.at(1).toInt(&numbers[1]),
                      parts.at(2).toLongLong(&numbers[2]) };
            ok = numbers[0] && numbers[1] && numbers[2];
        }
        if (!ok) {
            return failure(ErrorKind::BadRequest, u"cursor"_s);
        }
        return place;
    }

    //! Rows of `of` come after this place when (time, id) is below (timeMs, this).
    qint64 idBelow(ActivityItem::Kind of) const
    {
        return int(of) == kind ? id : int(of) > kind ? everything : 0;
    }
};

std::optional<Error> errorOf(const QSqlQuery& query, int column)
{
    const QString kind = query.value(column).toString();
    return kind.isEmpty() ? std::optional<Error>()
                          : Error { errorKindFromStored(kind), query.value(column + 1).toString() };
}

//! The stored names of `states`, each between spaces.
QString joinedStates(const ActivityQuery& query)
{
    QString names;
    for (const ActivityState state : query.states) {
        const bool isAccepted = state == ActivityState::Accepted;
        names += u' ' + (isAccepted ? storedName(InboundState::Accepted) : stateName(state));
    }
    return names.isEmpty() ? names : QString(names + u' ');
}

bool wants(const ActivityQuery& query, ActivityState state)
{
    return query.states.isEmpty() || query.states.contains(state);
}

ActivityText textOf(const QJsonObject& payload)
{
    const QJsonValue medium = payload[u"media"][0];
    return { payload[u"text"].toString().left(MaxShownUnits),
             medium.isObject() ? activityMedium(mediaKindOfName(medium[u"kind"].toString()))
                               : ActivityMedium::None,
             payload[u"senderName"].toString(), payload[u"threadName"].toString() };
}

Result<void> addInbound(Database& db, const ActivityQuery& query, const Place& after, int limit,
                        QList<ActivityItem>& items)
{
    const QString states = joinedStates(query);
    return db.each(
        u"SELECT seq, received_ms, profile, thread_id, is_group, state, outcome,"
        " outcome_reason, error_kind, error_detail, attempts, msg_id, taken_ms,"
        " CASE WHEN ? THEN payload ELSE '' END, account"
        " FROM inbound WHERE (received_ms, seq) < (?, ?)"
        " AND (? = '' OR profile = ?) AND (? = '' OR thread_id = ?)"
        " AND (? = '' OR instr(?, ' ' || CASE outcome WHEN '' THEN state"
        "  ELSE outcome END || ' ') > 0)"
        " ORDER BY received_ms DESC, seq DESC LIMIT ?"_s,
        { query.withText, after.timeMs, after.idBelow(ActivityItem::Kind::Inbound), query.profile,
          query.profile, query.threadId, query.threadId, states, states, limit },
        [&](const QSqlQuery& row) {
            ActivityItem item;
            item.kind = ActivityItem::Kind::Inbound;
            item.id = row.value(0).toLongLong();
            item.timeMs = row.value(1).toLongLong();
            item.profile = row.value(2).toString();
            item.thread = { row.value(3).toString(), row.value(4).toBool() };
            item.state =
                activityState(inboundState(row.value(5).toString()).value_or(InboundState::Dead));
            item.outcome = inboundOutcome(row.value(6).toString()).value_or(InboundOutcome::None);
            item.reason = row.value(7).toString();
            item.error = errorOf(row, 8);
            item.attempts = row.value(10).toInt();
            item.messageId = row.value(11).toString();
            item.endMs = row.value(12).toLongLong();
            item.account = row.value(14).toString();
            if (query.withText) {
                item.text =
                    textOf(QJsonDocument::fromJson(row.value(13).toString().toUtf8()).object());
            }
            items.append(item);
        });
}

Result<void> addOutbound(Database& db, const ActivityQuery& query, const Place& after, int limit,
                         QList<ActivityItem>& items)
{
    const QString states = joinedStates(query);
    return db.each(
        u"SELECT id, created_ms, profile, thread_id, is_group, state, error_kind,"
        " error_detail, finished_ms, (SELECT message_ids FROM outbound_part"
        "  WHERE outbound = outbound.id AND ordinal = 0), kind, url,"
        " CASE WHEN ? THEN (SELECT group_concat(text, char(10))"
        "  FROM outbound_part WHERE outbound = outbound.id) ELSE '' END,"
        " (SELECT count(*) FROM outbound_part WHERE outbound = outbound.id),"
        " (SELECT count(*) FROM outbound_part WHERE outbound = outbound.id"
        "  AND state = 'sent'), account"
        " FROM outbound WHERE deadline_ms > 0 AND (created_ms, id) < (?, ?)"
        " AND (? = '' OR profile = ?) AND (? = '' OR thread_id = ?)"
        " AND (? = '' OR instr(?, ' ' || state || ' ') > 0)"
        " ORDER BY created_ms DESC, id DESC LIMIT ?"_s,
        { query.withText, after.timeMs, after.idBelow(ActivityItem::Kind::Outbound), query.profile,
          query.profile, query.threadId, query.threadId, states, states, limit },
        [&](const QSqlQuery& row) {
            ActivityItem item;
            item.kind = ActivityItem::Kind::Outbound;
            item.id = row.value(0).toLongLong();
            item.timeMs = row.value(1).toLongLong();
            item.profile = row.value(2).toString();
            item.thread = { row.value(3).toString(), row.value(4).toBool() };
            item.state = activityState(
                outboundState(row.value(5).toString()).value_or(OutboundState::Uncertain));
            item.error = errorOf(row, 6);
            item.endMs = row.value(8).toLongLong();
            item.messageId = row.value(9).toString().section(u'\n', 0, 0);
            item.parts = row.value(13).toInt();
            item.partsSent = row.value(14).toInt();
            item.account = row.value(15).toString();
            if (query.withText) {
                const auto kind = outboundKind(row.value(10).toString());
                const QString text = row.value(12).toString();
                item.text = ActivityText();
                item.text->body =
                    (text.isEmpty() ? row.value(11).toString() : text).left(MaxShownUnits);
                item.text->medium = activityMedium(kind.value_or(OutboundKind::File));
            }
            items.append(item);
        });
}

Result<void> addGaps(Database& db, const ActivityQuery& query, const Place& after, int limit,
                     QList<ActivityItem>& items)
{
    return db.each(
        u"SELECT id, from_ms, profile, to_ms, cause, account FROM gap"
        " WHERE (from_ms, id) < (?, ?) AND (? = '' OR profile = ?)"
        " AND ((? AND to_ms = 0) OR (? AND to_ms > 0))"
        " ORDER BY from_ms DESC, id DESC LIMIT ?"_s,
        { after.timeMs, after.idBelow(ActivityItem::Kind::Gap), query.profile, query.profile,
          wants(query, ActivityState::GapOpen), wants(query, ActivityState::GapClosed), limit },
        [&](const QSqlQuery& row) {
            ActivityItem item;
            item.kind = ActivityItem::Kind::Gap;
            item.id = row.value(0).toLongLong();
            item.timeMs = row.value(1).toLongLong();
            item.profile = row.value(2).toString();
            item.endMs = row.value(3).toLongLong();
            item.state = item.endMs == 0 ? ActivityState::GapOpen : ActivityState::GapClosed;
            item.cause = gapCauseOfName(row.value(4).toString());
            item.account = row.value(5).toString();
            items.append(item);
        });
}

} // namespace

Result<ActivityList> page(Database& db, const ActivityQuery& query)
{
    const Result<Place> after = Place::of(query.cursor);
    if (!after) {
        return tl::unexpected(after.error());
    }
    const int limit = std::clamp(query.limit, 1, 500);
    ActivityList page;
    // One more of each than wanted: whether there is a next page is known without counting.
    Result<void> found = addInbound(db, query, *after, limit + 1, page.items);
    if (found) {
        found = addOutbound(db, query, *after, limit + 1, page.items);
    }
    const bool withGaps =
        wants(query, ActivityState::GapOpen) || wants(query, ActivityState::GapClosed);
    if (found && query.threadId.isEmpty() && withGaps) {
        found = addGaps(db, query, *after, limit + 1, page.items);
    }
    if (!found) {
        return tl::unexpected(found.error());
    }
    std::sort(page.items.begin(), page.items.end(), [](const auto& a, const auto& b) {
        return std::tuple(-a.timeMs, int(a.kind), -a.id)
            < std::tuple(-b.timeMs, int(b.kind), -b.id);
    });
    if (page.items.size() > limit) {
        page.items.resize(limit);
        const ActivityItem& last = page.items.constLast();
        page.nextCursor = Place { last.timeMs, int(last.kind), last.id }.toString();
    }
    return page;
}

} // namespace zalo::activitytable
