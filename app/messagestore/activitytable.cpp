// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/activitytable.h"

#include "messagestore/profiletable.h"
#include "messagestore/waitingschema.h"
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

bool wants(const ActivityQuery& query, ActivityState state)
{
    if (query.part == ActivityPart::FailedSends) {
        return state == ActivityState::Failed;
    }
    return query.states.isEmpty() || query.states.contains(state);
}

ActivityText textOf(const QJsonObject& payload)
{
    const QJsonValue medium = payload[u"media"][0];
    return { .body = payload[u"text"].toString().left(MaxShownUnits),
             .medium = medium.isObject()
                 ? activityMedium(mediaKindOfName(medium[u"kind"].toString()))
                 : ActivityMedium::None,
             .senderName = payload[u"senderName"].toString(),
             .threadName = payload[u"threadName"].toString(),
             .senderId = payload[u"senderId"].toString() };
}

//! Whether the account has taken a message back, as a value of SQL: `id` is Zalo's of a row of
//! `table`.
QString isTakenBack(const QString& table, const QString& id)
{
    return u"EXISTS (SELECT 1 FROM outbound AS back JOIN outbound_part AS part"
           " ON part.outbound = back.id AND part.ordinal = 0 AND part.state = 'sent'"
           " WHERE back.kind = 'unsend' AND back.thread_id = %1.thread_id"
           " AND back.account = %1.account AND back.target = %2)"_s.arg(table, id);
}

//! A table of messages, as the activity reads it.
struct History
{
    ActivityItem::Kind kind = ActivityItem::Kind::Inbound;
    QLatin1String table;
    QLatin1String time;
    QLatin1String id;
    QLatin1String state; //!< as it is shown
    QLatin1String condition; //!< of every row that is shown
};

constexpr History inboundHistory { ActivityItem::Kind::Inbound,
                                   QLatin1String("inbound"),
                                   QLatin1String("received_ms"),
                                   QLatin1String("seq"),
                                   QLatin1String(
                                       "CASE outcome WHEN '' THEN state ELSE outcome END"),
                                   QLatin1String("1") };
constexpr History outboundHistory {
    ActivityItem::Kind::Outbound, QLatin1String("outbound"), QLatin1String("created_ms"),
    QLatin1String("id"),          QLatin1String("state"),    QLatin1String("deadline_ms > 0")
};

//! The stored names of the states that `query` wants; of all where it wants any.
QStringList wantedStates(const ActivityQuery& query)
{
    QStringList names;
    for (int value = 0; value <= int(ActivityState::GapClosed); ++value) {
        const auto state = ActivityState(value);
        if (wants(query, state)) {
            const bool isAccepted = state == ActivityState::Accepted;
            names << (isAccepted ? storedName(InboundState::Accepted) : stateName(state));
        }
    }
    return names;
}

//! Whether there are lines of this kind in the part that `query` wants.
bool wants(const ActivityQuery& query, ActivityItem::Kind kind)
{
    switch (query.part) {
    case ActivityPart::All:
        return true;
    case ActivityPart::FailedTurns:
        return kind == ActivityItem::Kind::Inbound;
    case ActivityPart::FailedSends:
        return kind == ActivityItem::Kind::Outbound;
    }
    Q_UNREACHABLE();
}

//! A part of a table that an index keeps in order.
struct Section
{
    QString where;
    QVariantList values;
};

//! The parts that hold what `query` wants: each state, and where no thread is named each profile,
//! in a part of its own. So a page costs the same however many rows there are that it does not
//! want.
Result<QList<Section>> sectionsOf(Database& db, const History& history, const ActivityQuery& query)
{
    QList<Section> sections;
    if (!wants(query, history.kind)) {
        return sections;
    }
    if (query.part == ActivityPart::FailedTurns) {
        return profiletable::profilesOf(db, query.profile).map([&](const QStringList& profiles) {
            for (const QString& profile : profiles) {
                sections.append(
                    { u" AND profile = ? AND (? = '' OR thread_id = ?) AND "_s + failedTurn(),
                      { profile, query.threadId, query.threadId } });
            }
            return std::move(sections);
        });
    }
    if (query.threadId.isEmpty() && query.profile.isEmpty() && query.states.isEmpty()
        && query.part == ActivityPart::All) {
        sections.append(Section());
        return sections;
    }
    const QStringList states = wantedStates(query);
    if (!query.threadId.isEmpty()) {
        for (const QString& state : states) {
            sections.append(
                { u" AND thread_id = ? AND %1 = ? AND (? = '' OR profile = ?)"_s.arg(history.state),
                  { query.threadId, state, query.profile, query.profile } });
        }
        return sections;
    }
    return profiletable::profilesOf(db, query.profile).map([&](const QStringList& profiles) {
        for (const QString& profile : profiles) {
            for (const QString& state : states) {
                sections.append(
                    { u" AND profile = ? AND %1 = ?"_s.arg(history.state), { profile, state } });
            }
        }
        return std::move(sections);
    });
}

//! Ids of the newest rows after a place, at most `limit`, newest first.
Result<QList<qint64>> newest(Database& db, const History& history, const ActivityQuery& query,
                             const Place& after, int limit)
{
    const Result<QList<Section>> sections = sectionsOf(db, history, query);
    if (!sections) {
        return tl::unexpected(sections.error());
    }
    QList<std::pair<qint64, qint64>> found; // time, id
    for (const Section& section : *sections) {
        const auto read =
            db.each(u"SELECT %2, %3 FROM %1 WHERE %4 AND (%2, %3) < (?, ?)%5"
                    " ORDER BY %2 DESC, %3 DESC LIMIT ?"_s.arg(
                        history.table, history.time, history.id, history.condition, section.where),
                    QVariantList { after.timeMs, after.idBelow(history.kind) } + section.values
                        + QVariantList { limit },
                    [&](const QSqlQuery& row) {
                        found.append({ row.value(0).toLongLong(), row.value(1).toLongLong() });
                    });
        if (!read) {
            return tl::unexpected(read.error());
        }
    }
    std::sort(found.begin(), found.end(), std::greater());
    QList<qint64> ids;
    for (qsizetype i = 0; i < found.size() && i < limit; ++i) {
        ids.append(found.at(i).second);
    }
    return ids;
}

//! Appends what `add` makes of each of the newest rows.
Result<void> addNewest(Database& db, const History& history, const ActivityQuery& query,
                       const Place& after, int limit,
                       const std::function<Result<void>(qint64 id)>& add)
{
    const Result<QList<qint64>> ids = newest(db, history, query, after, limit);
    if (!ids) {
        return tl::unexpected(ids.error());
    }
    for (const qint64 id : *ids) {
        if (const auto added = add(id); !added) {
            return added;
        }
    }
    return {};
}

Result<void> addInbound(Database& db, bool withText, qint64 seq, QList<ActivityItem>& items)
{
    return db.each(
        u"SELECT seq, received_ms, profile, thread_id, is_group, state, outcome,"
        " outcome_reason, error_kind, error_detail, attempts, msg_id, taken_ms,"
        " CASE WHEN ? THEN payload ELSE '' END, account,"
        " ? AND state = 'own' AND "_s
            + isTakenBack(u"inbound"_s, u"inbound.msg_id"_s) + u" FROM inbound WHERE seq = ?"_s,
        { withText, withText, seq }, [&](const QSqlQuery& row) {
            ActivityItem item;
            item.kind = ActivityItem::Kind::Inbound;
            item.id = row.value(0).toLongLong();
            item.timeMs = row.value(1).toLongLong();
            item.profile = row.value(2).toString();
            item.thread = { row.value(3).toString(), row.value(4).toBool() };
            item.state =
                activityState(inboundState(row.value(5).toString()).value_or(InboundState::Dead));
            item.outcome = inboundOutcome(row.value(6).toString()).value_or(InboundOutcome::None);
            item.reason = outcomeReasonFromStored(row.value(7).toString());
            item.error = errorOf(row, 8);
            item.attempts = row.value(10).toInt();
            item.messageId = row.value(11).toString();
            item.endMs = row.value(12).toLongLong();
            item.account = row.value(14).toString();
            if (withText) {
                item.text =
                    textOf(QJsonDocument::fromJson(row.value(13).toString().toUtf8()).object());
                item.text->isTakenBack = row.value(15).toBool();
            }
            items.append(item);
        });
}

Result<void> addOutbound(Database& db, bool withText, qint64 id, QList<ActivityItem>& items)
{
    return db.each(
        u"SELECT id, created_ms, profile, thread_id, is_group, state, error_kind,"
        " error_detail, finished_ms, (SELECT message_ids FROM outbound_part"
        "  WHERE outbound = outbound.id AND message_ids <> '' ORDER BY ordinal LIMIT 1), kind, url,"
        " CASE WHEN ? THEN (SELECT group_concat(text, char(10))"
        "  FROM outbound_part WHERE outbound = outbound.id) ELSE '' END,"
        " (SELECT count(*) FROM outbound_part WHERE outbound = outbound.id),"
        " (SELECT count(*) FROM outbound_part WHERE outbound = outbound.id"
        "  AND state = 'sent'), account, ? AND "_s
            // Of several messages none stands for the whole.
            + isTakenBack(u"outbound"_s,
                          u"(SELECT group_concat(message_ids, '') FROM outbound_part"
                          " WHERE outbound = outbound.id)"_s)
            + u" FROM outbound WHERE id = ?"_s,
        { withText, withText, id }, [&](const QSqlQuery& row) {
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
            if (withText) {
                const auto kind = outboundKind(row.value(10).toString());
                const QString text = row.value(12).toString();
                item.text = ActivityText();
                item.text->body =
                    (text.isEmpty() ? row.value(11).toString() : text).left(MaxShownUnits);
                item.text->medium = activityMedium(kind.value_or(OutboundKind::File));
                item.text->isTakenBack = row.value(16).toBool();
            }
            items.append(item);
        });
}

Result<void> addGaps(Database& db, const ActivityQuery& query, const Place& after, int limit,
                     QList<ActivityItem>& items)
{
    const bool withOpen = wants(query, ActivityState::GapOpen);
    const bool withClosed = wants(query, ActivityState::GapClosed);
    QVariantList values { after.timeMs, after.idBelow(ActivityItem::Kind::Gap) };
    QString rest;
    if (!query.profile.isEmpty()) {
        rest = u" AND profile = ?"_s;
        values << query.profile;
    }
    if (!withClosed) {
        rest += u" AND to_ms = 0"_s; // few: they need no order yet
    } else {
        rest += withOpen ? u""_s : u" AND to_ms > 0"_s;
        rest += u" ORDER BY from_ms DESC, id DESC LIMIT ?"_s;
        values << limit;
    }
    return db.each(
        u"SELECT id, from_ms, profile, to_ms, cause, account, recovery, recovered FROM gap"
        " WHERE (%1, id) < (?, ?)%2"_s.arg(withClosed ? u"from_ms"_s : u"from_ms + 0"_s, rest),
        values, [&](const QSqlQuery& row) {
            ActivityItem item;
            item.kind = ActivityItem::Kind::Gap;
            item.id = row.value(0).toLongLong();
            item.timeMs = row.value(1).toLongLong();
            item.profile = row.value(2).toString();
            item.endMs = row.value(3).toLongLong();
            item.state = item.endMs == 0 ? ActivityState::GapOpen : ActivityState::GapClosed;
            item.cause = gapCauseOfName(row.value(4).toString());
            item.account = row.value(5).toString();
            item.recovery = gapRecoveryOfName(row.value(6).toString());
            item.recovered = row.value(7).toInt();
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
    Result<void> found = addNewest(db, inboundHistory, query, *after, limit + 1, [&](qint64 seq) {
        return addInbound(db, query.withText, seq, page.items);
    });
    if (found) {
        found = addNewest(db, outboundHistory, query, *after, limit + 1, [&](qint64 id) {
            return addOutbound(db, query.withText, id, page.items);
        });
    }
    const bool withGaps = wants(query, ActivityItem::Kind::Gap)
        && (wants(query, ActivityState::GapOpen) || wants(query, ActivityState::GapClosed));
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

Result<std::optional<ActivityItem>> item(Database& db, ActivityItem::Kind kind, qint64 id)
{
    QList<ActivityItem> items;
    const auto read = kind == ActivityItem::Kind::Inbound ? addInbound(db, true, id, items)
                                                          : addOutbound(db, true, id, items);
    return read.map(
        [&] { return items.isEmpty() ? std::optional<ActivityItem>() : items.takeFirst(); });
}

} // namespace zalo::activitytable
