// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/waitingschema.h"

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

//! failedTurn() of `row`, which is the name of a row of `inbound`.
QString hasFailed(const QString& row)
{
    return u"(%1.state = 'taken' AND (%1.outcome = 'failed'"
           " OR (%1.outcome = 'dropped' AND %1.outcome_reason = 'noTurn\n')))"_s.arg(row);
}

//! Since when the conversation `row` waits: its oldest message that is to be delivered or sent. A
//! plus keeps SQLite on the index of the thread.
QString oldestOf(const QString& row)
{
    const QString ofThread = u" AND thread_id = %1.thread_id AND deadline_ms > 0"
                             " AND +profile = %1.profile AND +account = %1.account"
                             " AND +is_group = %1.is_group"_s;
    return u"(SELECT coalesce(max(min(ms), 1), 1) FROM"
           " (SELECT min(aged_ms) AS ms FROM inbound WHERE state = 'waiting'"
           "  AND profile = %1.profile AND account = %1.account AND thread_id = %1.thread_id"
           "  AND is_group = %1.is_group"
           " UNION ALL SELECT min(created_ms) FROM outbound WHERE state = 'queued'%2"
           " UNION ALL SELECT min(created_ms) FROM outbound WHERE state = 'sending'%2))"_s.arg(
               row, ofThread.arg(row));
}

//! Changes the row of `tally` that counts for the profile and account of `row`. An outer OR IGNORE
//! or OR REPLACE would hold in a trigger too: no statement here can conflict.
QString count(const QString& row, const QString& what, const QString& change)
{
    return u" INSERT INTO tally (profile, account, direction, state, rows)"
           " SELECT %1.profile, %1.account, %2, 0 WHERE NOT EXISTS (SELECT 1 FROM tally"
           " WHERE profile = %1.profile AND account = %1.account AND (direction, state) = (%2));"
           " UPDATE tally SET rows = rows %3 WHERE profile = %1.profile"
           " AND account = %1.account AND (direction, state) = (%2);"_s.arg(row, what, change);
}

const QString waitingChats = u"'chat', 'waiting'"_s;
const QString failedTurns = u"'turn', 'failed'"_s;

QStringList waitingTriggers()
{
    const QString key = u" WHERE profile = new.profile AND account = new.account"
                        " AND thread_id = new.thread_id AND is_group = new.is_group"_s;
    return {
        u"CREATE TRIGGER conversation_waits AFTER UPDATE OF waiting ON conversation"
        " WHEN new.waiting <> old.waiting BEGIN"
        " UPDATE conversation SET waiting_since_ms ="
        " CASE WHEN new.waiting > 0 THEN %1 ELSE 0 END%2; END"_s.arg(oldestOf(u"new"_s), key),
        u"CREATE TRIGGER conversation_begins_to_wait AFTER UPDATE OF waiting ON conversation"
        " WHEN new.waiting > 0 AND old.waiting = 0 BEGIN%1 END"_s.arg(
            count(u"new"_s, waitingChats, u"+ 1"_s)),
        u"CREATE TRIGGER conversation_ends_to_wait AFTER UPDATE OF waiting ON conversation"
        " WHEN new.waiting = 0 AND old.waiting > 0 BEGIN%1 END"_s.arg(
            count(u"new"_s, waitingChats, u"- 1"_s)),
    };
}

QStringList failureTriggers()
{
    const QString before = hasFailed(u"old"_s);
    const QString after = hasFailed(u"new"_s);
    return {
        u"CREATE TRIGGER inbound_fails AFTER UPDATE OF profile, account, state, outcome,"
        " outcome_reason ON inbound WHEN (%1 OR %2)"
        " AND (old.profile, old.account, %1) IS NOT (new.profile, new.account, %2) BEGIN%3%4 END"_s
            .arg(before, after, count(u"old"_s, failedTurns, u"- "_s + before),
                 count(u"new"_s, failedTurns, u"+ "_s + after)),
        u"CREATE TRIGGER inbound_failed_added AFTER INSERT ON inbound WHEN %1 BEGIN%2 END"_s.arg(
            after, count(u"new"_s, failedTurns, u"+ 1"_s)),
        u"CREATE TRIGGER inbound_failed_deleted AFTER DELETE ON inbound WHEN %1 BEGIN%2 END"_s.arg(
            before, count(u"old"_s, failedTurns, u"- 1"_s)),
    };
}

} // namespace

QString failedTurn()
{
    return u"state = 'taken' AND (outcome = 'failed'"
           " OR (outcome = 'dropped' AND outcome_reason = 'noTurn\n'))"_s;
}

QStringList waitingMigration()
{
    return QStringList {
        // 0: nothing waits there.
        u"ALTER TABLE conversation ADD COLUMN waiting_since_ms INTEGER NOT NULL DEFAULT 0"_s,
        u"UPDATE conversation SET waiting_since_ms = %1 WHERE waiting > 0"_s.arg(
            oldestOf(u"conversation"_s)),
        u"CREATE INDEX conversation_waiting ON conversation"
        " (profile, account, waiting_since_ms) WHERE waiting_since_ms > 0"_s,
        u"CREATE INDEX thread_paused ON thread_setting (profile, account) WHERE paused = 1"_s,
        u"CREATE INDEX inbound_failed ON inbound (profile, received_ms, seq) WHERE "_s
            + failedTurn(),
        u"INSERT INTO tally SELECT profile, account, %1, count(*) FROM conversation"
        " WHERE waiting > 0 GROUP BY profile, account"_s.arg(waitingChats),
        u"INSERT INTO tally SELECT profile, account, %1, count(*) FROM inbound WHERE %2"
        " GROUP BY profile, account"_s.arg(failedTurns, failedTurn()),
    }
    + waitingTriggers() + failureTriggers();
}

} // namespace zalo
