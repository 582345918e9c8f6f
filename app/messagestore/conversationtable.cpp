// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/conversationtable.h"

#include "messagestore/activitytable.h"
#include "messagestore/profiletable.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace zalo::conversationtable {
namespace {

//! The place of a conversation in the list, as a cursor names it.
struct Place
{
    qint64 timeMs = std::numeric_limits<qint64>::max();
    LaneKey lane;

    QString toString() const
    {
        const QJsonArray parts { QString::number(timeMs), lane.profile, lane.account,
                                 lane.thread.id, int(lane.thread.isGroup) };
        return QString::fromUtf8(QJsonDocument(parts).toJson(QJsonDocument::Compact).toBase64());
    }

    static Result<Place> of(const QString& cursor)
    {
        if (cursor.isEmpty()) {
            return Place();
        }
        const QJsonArray parts =
            QJsonDocument::fromJson(QByteArray::fromBase64(cursor.toUtf8())).array();
        bool isNumber = false;
        const qint64 timeMs = parts.at(0).toString().toLongLong(&isNumber);
        if (parts.size() != 5 || !isNumber) {
            return failure(ErrorKind::BadRequest, u"cursor"_s);
        }
        return Place { timeMs,
                       { parts.at(1).toString(),
                         parts.at(2).toString(),
                         { parts.at(3).toString(), parts.at(4).toInt() != 0 } } };
    }

    //! What the time, account and thread of a row of `profile` are below where it comes after this.
    QVariantList below(const QString& profile) const
    {
        if (profile == lane.profile) {
            return { timeMs, lane.account, lane.thread.id, lane.thread.isGroup };
        }
        const bool isAfter = profile < lane.profile && timeMs < std::numeric_limits<qint64>::max();
        return { isAfter ? timeMs + 1 : timeMs, u""_s, u""_s, false };
    }
};

//! What is read of a conversation before its messages are.
struct Row
{
    Conversation conversation;
    ActivityItem::Kind lastKind = ActivityItem::Kind::Inbound;
    qint64 lastId = 0;
    qint64 heardId = 0;
};

//! The columns of rowOf(): of `c`, a conversation, and `s`, what is set for its thread.
const QString& columns()
{
    static const QString list =
        u" c.waiting, c.open, c.last_ms, c.last_kind, c.last_id, c.heard_id,"
        " s.paused = 1, s.paused_until_ms, s.pause_cause "_s;
    return list;
}

Row rowOf(const QSqlQuery& query)
{
    Row row;
    Conversation& of = row.conversation;
    of.lane = { query.value(0).toString(),
                query.value(1).toString(),
                { query.value(2).toString(), query.value(3).toBool() } };
    of.waiting = query.value(4).toInt();
    of.open = query.value(5).toInt();
    of.lastMs = query.value(6).toLongLong();
    row.lastKind =
        query.value(7).toInt() == 0 ? ActivityItem::Kind::Inbound : ActivityItem::Kind::Outbound;
    row.lastId = query.value(8).toLongLong();
    row.heardId = query.value(9).toLongLong();
    if (query.value(10).toBool()) {
        of.pause =
            ThreadPause { of.lane, query.value(11).toLongLong(),
                          pauseCause(query.value(12).toString()).value_or(PauseCause::Person) };
    }
    return row;
}

Result<QList<Row>> newest(Database& db, const QString& profile, const Place& after, int limit)
{
    QList<Row> rows;
    return db
        .each(u"SELECT c.profile, c.account, c.thread_id, c.is_group,"_s + columns()
                  + u"FROM conversation AS c LEFT JOIN thread_setting AS s"
                    " ON s.profile = c.profile AND s.account = c.account"
                    " AND s.thread_id = c.thread_id AND s.is_group = c.is_group"
                    " WHERE c.profile = ?"
                    " AND (c.last_ms, c.account, c.thread_id, c.is_group) < (?, ?, ?, ?)"
                    " ORDER BY c.last_ms DESC, c.account DESC, c.thread_id DESC, c.is_group DESC"
                    " LIMIT ?"_s,
              QVariantList { profile } + after.below(profile) + QVariantList { limit },
              [&](const QSqlQuery& query) { rows.append(rowOf(query)); })
        .map([&] { return std::move(rows); });
}

//! All of them: people pause few.
Result<QList<Row>> paused(Database& db, const QString& profile)
{
    QList<Row> rows;
    return db
        .each(u"SELECT s.profile, s.account, s.thread_id, s.is_group,"_s + columns()
                  + u"FROM thread_setting AS s LEFT JOIN conversation AS c"
                    " ON c.profile = s.profile AND c.account = s.account"
                    " AND c.thread_id = s.thread_id AND c.is_group = s.is_group"
                    " WHERE s.paused = 1 AND (? = '' OR s.profile = ?)"_s,
              { profile, profile }, [&](const QSqlQuery& query) { rows.append(rowOf(query)); })
        .map([&] { return std::move(rows); });
}

//! Puts in the last message, and how the other side called itself in its own last one.
Result<Conversation> withMessages(Database& db, Row row)
{
    Conversation& of = row.conversation;
    if (row.lastId == 0) {
        return of;
    }
    auto last = activitytable::item(db, row.lastKind, row.lastId);
    if (!last) {
        return tl::unexpected(last.error());
    }
    of.last = std::move(*last);
    return db
        .each(u"SELECT payload ->> 'senderName', payload ->> 'threadName' FROM inbound"
              " WHERE seq = ?"_s,
              { row.heardId },
              [&of](const QSqlQuery& heard) {
                  of.name = heard.value(of.lane.thread.isGroup ? 1 : 0).toString();
              })
        .map([&] { return std::move(of); });
}

} // namespace

Result<ConversationList> page(Database& db, const ConversationQuery& query)
{
    const Result<Place> after = Place::of(query.cursor);
    if (!after) {
        return tl::unexpected(after.error());
    }
    const int limit = std::clamp(query.limit, 1, 500);
    QList<Row> rows;
    if (query.onlyPaused) {
        auto found = paused(db, query.profile);
        if (!found) {
            return tl::unexpected(found.error());
        }
        rows = std::move(*found);
    } else {
        const Result<QStringList> profiles = profiletable::profilesOf(db, query.profile);
        if (!profiles) {
            return tl::unexpected(profiles.error());
        }
        for (const QString& profile : *profiles) {
            // One more than wanted: whether there is a next page is known without counting.
            const auto found = newest(db, profile, *after, limit + 1);
            if (!found) {
                return tl::unexpected(found.error());
            }
            rows += *found;
        }
    }
    std::sort(rows.begin(), rows.end(), [](const Row& left, const Row& right) {
        return conversationBefore(left.conversation, right.conversation);
    });
    ConversationList list;
    const bool isLast = query.onlyPaused || rows.size() <= limit;
    for (Row& row : rows.first(isLast ? rows.size() : limit)) {
        auto read = withMessages(db, std::move(row));
        if (!read) {
            return tl::unexpected(read.error());
        }
        list.items.append(std::move(*read));
    }
    if (!isLast) {
        const Conversation& last = list.items.constLast();
        list.nextCursor = Place { last.lastMs, last.lane }.toString();
    }
    return list;
}

} // namespace zalo::conversationtable
