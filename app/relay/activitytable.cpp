// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/activitytable.h"

#include "storage/errorcode.h"

#include <algorithm>
#include <limits>

namespace zalo::activitytable {
namespace {

constexpr qint64 everything = std::numeric_limits<qint64>::max();

//! A place in the order: newest first, then by kind, then the higher id first.
struct Place
{
    qint64 timeMs = everything;
    int kind = -1;
    qint64 id = 0;

    QString toString() const { return QStringLiteral("%1.%2.%3").arg(timeMs).arg(kind).arg(id); }

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
            return failure(ErrorKind::BadRequest, QStringLiteral("cursor"));
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

Result<void> addInbound(Database& db, const ActivityQuery& query, const Place& after, int limit,
                        QList<ActivityItem>& items)
{
    return db.each(
        QStringLiteral("SELECT seq, received_ms, profile, thread_id, is_group, state, outcome,"
                       " outcome_reason, error_kind, error_detail, attempts, msg_id, taken_ms"
                       " FROM inbound WHERE (received_ms, seq) < (?, ?)"
                       " AND (? = '' OR profile = ?) AND (? = '' OR thread_id = ?)"
                       " ORDER BY received_ms DESC, seq DESC LIMIT ?"),
        { after.timeMs, after.idBelow(ActivityItem::Kind::Inbound), query.profile, query.profile,
          query.threadId, query.threadId, limit },
        [&](const QSqlQuery& row) {
            items.append({ ActivityItem::Kind::Inbound,
                           row.value(0).toLongLong(),
                           row.value(1).toLongLong(),
                           row.value(2).toString(),
                           { row.value(3).toString(), row.value(4).toBool() },
                           row.value(5).toString(),
                           row.value(6).toString(),
                           row.value(7).toString(),
                           errorOf(row, 8),
                           row.value(10).toInt(),
                           row.value(11).toString(),
                           row.value(12).toLongLong() });
        });
}

Result<void> addOutbound(Database& db, const ActivityQuery& query, const Place& after, int limit,
                         QList<ActivityItem>& items)
{
    return db.each(
        QStringLiteral("SELECT id, created_ms, profile, thread_id, is_group, state, error_kind,"
                       " error_detail, finished_ms, (SELECT message_ids FROM outbound_part"
                       "  WHERE outbound = outbound.id AND ordinal = 0)"
                       " FROM outbound WHERE (created_ms, id) < (?, ?)"
                       " AND (? = '' OR profile = ?) AND (? = '' OR thread_id = ?)"
                       " ORDER BY created_ms DESC, id DESC LIMIT ?"),
        { after.timeMs, after.idBelow(ActivityItem::Kind::Outbound), query.profile, query.profile,
          query.threadId, query.threadId, limit },
        [&](const QSqlQuery& row) {
            items.append({ ActivityItem::Kind::Outbound,
                           row.value(0).toLongLong(),
                           row.value(1).toLongLong(),
                           row.value(2).toString(),
                           { row.value(3).toString(), row.value(4).toBool() },
                           row.value(5).toString(),
                           {},
                           {},
                           errorOf(row, 6),
                           0,
                           row.value(9).toString().section(u'\n', 0, 0),
                           row.value(8).toLongLong() });
        });
}

Result<void> addGaps(Database& db, const ActivityQuery& query, const Place& after, int limit,
                     QList<ActivityItem>& items)
{
    return db.each(QStringLiteral("SELECT id, from_ms, profile, to_ms, cause FROM gap"
                                  " WHERE (from_ms, id) < (?, ?) AND (? = '' OR profile = ?)"
                                  " ORDER BY from_ms DESC, id DESC LIMIT ?"),
                   { after.timeMs, after.idBelow(ActivityItem::Kind::Gap), query.profile,
                     query.profile, limit },
                   [&](const QSqlQuery& row) {
                       const qint64 end = row.value(3).toLongLong();
                       items.append({ ActivityItem::Kind::Gap,
                                      row.value(0).toLongLong(),
                                      row.value(1).toLongLong(),
                                      row.value(2).toString(),
                                      {},
                                      end == 0 ? QStringLiteral("open") : QStringLiteral("closed"),
                                      {},
                                      row.value(4).toString(),
                                      {},
                                      0,
                                      {},
                                      end });
                   });
}

} // namespace

Result<ActivityPage> page(Database& db, const ActivityQuery& query)
{
    const Result<Place> after = Place::of(query.cursor);
    if (!after) {
        return tl::unexpected(after.error());
    }
    const int limit = std::clamp(query.limit, 1, 500);
    ActivityPage page;
    // One more of each than wanted: whether there is a next page is known without counting.
    Result<void> found = addInbound(db, query, *after, limit + 1, page.items);
    if (found) {
        found = addOutbound(db, query, *after, limit + 1, page.items);
    }
    if (found && query.threadId.isEmpty()) {
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
