// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/conversationschema.h"

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

//! A table of messages, as a conversation counts its rows.
struct Messages
{
    QString table;
    QString time;
    QString id;
    int kind; //!< ActivityItem::Kind
    QString waiting; //!< of a row %1: to be delivered or sent
    QString open; //!< a person has to decide
    QString shown; //!< it is a message; else the key of one that was deleted
    QString heard; //!< the other side wrote it
    QString state; //!< as the indexes of the activity have it
    QStringList states; //!< all of them
};

Messages inbound()
{
    return { u"inbound"_s,
             u"received_ms"_s,
             u"seq"_s,
             0,
             u"(%1.state = 'waiting')"_s,
             u"(%1.state IN ('dead', 'expired'))"_s,
             u"1"_s,
             u"%1.state <> 'own'"_s,
             u"CASE outcome WHEN '' THEN state ELSE outcome END"_s,
             { u"waiting"_s, u"taken"_s, u"dead"_s, u"discarded"_s, u"own"_s, u"expired"_s,
               u"dispatched"_s, u"dropped"_s, u"failed"_s } };
}

Messages outbound()
{
    return { u"outbound"_s,
             u"created_ms"_s,
             u"id"_s,
             1,
             u"(%1.state IN ('queued', 'sending'))"_s,
             u"(%1.state = 'uncertain')"_s,
             u"%1.deadline_ms > 0"_s,
             u"0"_s,
             u"state"_s,
             { u"queued"_s, u"sending"_s, u"sent"_s, u"failed"_s, u"uncertain"_s,
               u"dismissed"_s } };
}

//! `expression` of a row, said of `row`.
QString said(QString expression, const QString& row)
{
    return expression.replace(u"%1"_s, row);
}

//! That a row of `conversation` is the one of `row`.
QString keyOf(const QString& row)
{
    return u"profile = %1.profile AND account = %1.account AND thread_id = %1.thread_id"
           " AND is_group = %1.is_group"_s.arg(row);
}

//! The newest message of the conversation of `row`, by the activity's indexes: one of each state is
//! looked at. Of one instant what came in is the newer one, and then the higher id, as in the
//! activity.
QString newestOf(const QString& row)
{
    QStringList branches;
    for (const Messages& messages : { inbound(), outbound() }) {
        const QString condition = messages.kind == 0 ? QString() : u" AND deadline_ms > 0"_s;
        for (const QString& state : messages.states) {
            branches << u"SELECT * FROM (SELECT %1 AS ms, %2 AS kind, %3 AS id FROM %4"
                        " WHERE %5 = '%6' AND %7%8 ORDER BY %1 DESC, %3 DESC LIMIT 1)"_s.arg(
                            messages.time, QString::number(messages.kind), messages.id,
                            messages.table, messages.state, state, keyOf(row), condition);
        }
    }
    return u"SELECT ms, kind, id FROM (%1) ORDER BY ms DESC, kind, id DESC LIMIT 1"_s.arg(
        branches.join(u" UNION ALL "_s));
}

//! An outer OR IGNORE or OR REPLACE would hold in a trigger too: no statement here can conflict.
QString added(const Messages& of, const QString& row)
{
    const QString isNewer = u"(%1.%2, %3, %1.%4) > (last_ms, -last_kind, last_id)"_s.arg(
        row, of.time, QString::number(-of.kind), of.id);
    return u" INSERT INTO conversation (profile, account, thread_id, is_group)"
           " SELECT %1.profile, %1.account, %1.thread_id, %1.is_group WHERE %2 AND NOT EXISTS"
           " (SELECT 1 FROM conversation WHERE %3);"
           " UPDATE conversation SET rows = rows + 1, waiting = waiting + %4, open = open + %5,"
           " last_ms = iif(%6, %1.%7, last_ms), last_kind = iif(%6, %8, last_kind),"
           " last_id = iif(%6, %1.%9, last_id)"_s.arg(
               row, said(of.shown, row), keyOf(row), said(of.waiting, row), said(of.open, row),
               isNewer, of.time, QString::number(of.kind), of.id)
        + u", heard_id = iif(%1, %2.%3, heard_id) WHERE %4 AND %5;"_s.arg(
            said(of.heard, row), row, of.id, said(of.shown, row), keyOf(row));
}

QString removed(const Messages& of, const QString& row)
{
    return u" UPDATE conversation SET rows = rows - 1, waiting = waiting - %1, open = open - %2"
           " WHERE %3 AND %4;"
           " DELETE FROM conversation WHERE %4 AND rows = 0;"
           " UPDATE conversation SET last_ms = newest.ms, last_kind = newest.kind,"
           " last_id = newest.id FROM (%5) AS newest WHERE %4 AND last_kind = %6"
           " AND last_id = %7.%8;"_s.arg(said(of.waiting, row), said(of.open, row),
                                         said(of.shown, row), keyOf(row), newestOf(row),
                                         QString::number(of.kind), row, of.id);
}

QStringList triggers(const Messages& of)
{
    const QString key = u"%1.profile, %1.account, %1.thread_id, %1.is_group, %2"_s;
    const QString oldKey = u'(' + key.arg(u"old"_s, said(of.shown, u"old"_s)) + u')';
    const QString newKey = u'(' + key.arg(u"new"_s, said(of.shown, u"new"_s)) + u')';
    const QString keyColumns = of.kind == 0
        ? u"profile, account, thread_id, is_group"_s
        : u"profile, account, thread_id, is_group, deadline_ms"_s;
    return {
        u"CREATE TRIGGER %1_begins AFTER INSERT ON %1 BEGIN%2 END"_s.arg(of.table,
                                                                         added(of, u"new"_s)),
        u"CREATE TRIGGER %1_ends AFTER DELETE ON %1 BEGIN%2 END"_s.arg(of.table,
                                                                       removed(of, u"old"_s)),
        u"CREATE TRIGGER %1_moves AFTER UPDATE OF %2 ON %1 WHEN %3 IS NOT %4 BEGIN%5%6 END"_s.arg(
            of.table, keyColumns, oldKey, newKey, removed(of, u"old"_s), added(of, u"new"_s)),
        u"CREATE TRIGGER %1_settles AFTER UPDATE OF state ON %1 WHEN %2 IS %3"
        " AND (%4, %5) IS NOT (%6, %7) BEGIN"
        " UPDATE conversation SET waiting = waiting + %6 - %4, open = open + %7 - %5"
        " WHERE %8 AND "_s.arg(of.table, oldKey, newKey, said(of.waiting, u"old"_s),
                               said(of.open, u"old"_s), said(of.waiting, u"new"_s),
                               said(of.open, u"new"_s), said(of.shown, u"new"_s))
            + keyOf(u"new"_s) + u"; END"_s,
    };
}

} // namespace

QStringList conversationMigration()
{
    const auto rowsOf = [](const Messages& of) {
        const QString& table = of.table;
        return u"SELECT profile, account, thread_id, is_group, %1 AS waits, %2 AS opens,"
               " %3 AS ms, %4 AS kind, %5 AS id FROM %6 WHERE %7"_s.arg(
                   said(of.waiting, table), said(of.open, table), of.time, QString::number(of.kind),
                   of.id, table, said(of.shown, table));
    };
    return QStringList {
        u"CREATE TABLE conversation ("
        " profile TEXT NOT NULL,"
        " account TEXT NOT NULL,"
        " thread_id TEXT NOT NULL,"
        " is_group INTEGER NOT NULL,"
        " rows INTEGER NOT NULL DEFAULT 0," // messages both ways
        " waiting INTEGER NOT NULL DEFAULT 0," // to be delivered or sent
        " open INTEGER NOT NULL DEFAULT 0," // a person has to decide: dead, expired, uncertain
        " last_ms INTEGER NOT NULL DEFAULT 0," // of the newest message: its time…
        " last_kind INTEGER NOT NULL DEFAULT 0," // …0 inbound, 1 outbound…
        " last_id INTEGER NOT NULL DEFAULT 0," // …and which one
        " heard_id INTEGER NOT NULL DEFAULT 0," // the last one of the other side; it may be gone
        " PRIMARY KEY (profile, account, thread_id, is_group)) WITHOUT ROWID"_s,
        // Where one of two messages of an instant is meant, either will do.
        u"INSERT INTO conversation (profile, account, thread_id, is_group, rows, waiting, open,"
        " last_ms, last_kind, last_id)"
        " SELECT profile, account, thread_id, is_group, count(*), sum(waits), sum(opens), max(ms),"
        "  kind, id FROM (%1 UNION ALL %2) GROUP BY profile, account, thread_id, is_group"_s.arg(
            rowsOf(inbound()), rowsOf(outbound())),
        u"UPDATE conversation SET heard_id = heard.id FROM (SELECT profile AS p, account AS a,"
        " thread_id AS t, is_group AS g, max(seq) AS id FROM inbound WHERE state <> 'own'"
        " GROUP BY profile, account, thread_id, is_group) AS heard"
        " WHERE profile = p AND account = a AND thread_id = t AND is_group = g"_s,
        u"CREATE INDEX conversation_time ON conversation"
        " (profile, last_ms, account, thread_id, is_group)"_s,
    }
    + triggers(inbound()) + triggers(outbound());
}

} // namespace zalo
