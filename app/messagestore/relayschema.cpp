// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/relayschema.h"

#include "messagestore/conversationschema.h"
#include "messagestore/waitingschema.h"

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

QStringList version1()
{
    return {
        u"CREATE TABLE inbound ("
        " seq INTEGER PRIMARY KEY AUTOINCREMENT,"
        " profile TEXT NOT NULL,"
        " msg_id TEXT NOT NULL,"
        " thread_id TEXT NOT NULL,"
        " is_group INTEGER NOT NULL,"
        " received_ms INTEGER NOT NULL,"
        " payload TEXT NOT NULL,"
        " state TEXT NOT NULL DEFAULT 'waiting',"
        " attempts INTEGER NOT NULL DEFAULT 0,"
        " next_try_ms INTEGER NOT NULL DEFAULT 0,"
        " error_kind TEXT NOT NULL DEFAULT '',"
        " error_detail TEXT NOT NULL DEFAULT '',"
        " released INTEGER NOT NULL DEFAULT 0,"
        " taken_ms INTEGER NOT NULL DEFAULT 0,"
        " outcome TEXT NOT NULL DEFAULT '',"
        " outcome_reason TEXT NOT NULL DEFAULT '',"
        " outcome_ms INTEGER NOT NULL DEFAULT 0,"
        " UNIQUE (profile, msg_id))"_s,
        u"CREATE INDEX inbound_waiting ON inbound"
        " (profile, thread_id, is_group, seq, received_ms, released)"
        " WHERE state = 'waiting'"_s,
        u"CREATE INDEX inbound_dead ON inbound (profile) WHERE state = 'dead'"_s,
        u"CREATE INDEX inbound_time ON inbound (received_ms, seq)"_s,
        u"CREATE TABLE outbound ("
        " id INTEGER PRIMARY KEY AUTOINCREMENT,"
        " owner TEXT NOT NULL,"
        " key TEXT NOT NULL,"
        " profile TEXT NOT NULL,"
        " thread_id TEXT NOT NULL,"
        " is_group INTEGER NOT NULL,"
        " kind TEXT NOT NULL,"
        " path TEXT NOT NULL DEFAULT '',"
        " url TEXT NOT NULL DEFAULT '',"
        " created_ms INTEGER NOT NULL,"
        " deadline_ms INTEGER NOT NULL,"
        " started_ms INTEGER NOT NULL DEFAULT 0,"
        " finished_ms INTEGER NOT NULL DEFAULT 0,"
        " state TEXT NOT NULL DEFAULT 'queued',"
        " error_kind TEXT NOT NULL DEFAULT '',"
        " error_detail TEXT NOT NULL DEFAULT '',"
        " UNIQUE (owner, key))"_s,
        u"CREATE INDEX outbound_open ON outbound (profile, state)"
        " WHERE state IN ('queued', 'sending', 'uncertain')"_s,
        u"CREATE INDEX outbound_time ON outbound (created_ms, id)"_s,
        // message_ids: separated by line ends, for one part may become several messages.
        u"CREATE TABLE outbound_part ("
        " outbound INTEGER NOT NULL REFERENCES outbound (id) ON DELETE CASCADE,"
        " ordinal INTEGER NOT NULL,"
        " text TEXT NOT NULL,"
        " state TEXT NOT NULL DEFAULT 'queued',"
        " message_ids TEXT NOT NULL DEFAULT '',"
        " PRIMARY KEY (outbound, ordinal)) WITHOUT ROWID"_s,
        u"CREATE TABLE gap ("
        " id INTEGER PRIMARY KEY AUTOINCREMENT,"
        " profile TEXT NOT NULL,"
        " from_ms INTEGER NOT NULL,"
        " to_ms INTEGER NOT NULL DEFAULT 0,"
        " cause TEXT NOT NULL)"_s,
        u"CREATE UNIQUE INDEX gap_open ON gap (profile) WHERE to_ms = 0"_s,
        u"CREATE INDEX gap_time ON gap (from_ms, id)"_s,
        u"CREATE TABLE thread_setting ("
        " profile TEXT NOT NULL,"
        " thread_id TEXT NOT NULL,"
        " is_group INTEGER NOT NULL,"
        " paused INTEGER NOT NULL DEFAULT 0,"
        " PRIMARY KEY (profile, thread_id, is_group)) WITHOUT ROWID"_s,
        u"CREATE TABLE profile_state ("
        " profile TEXT PRIMARY KEY,"
        " cool_down_until_ms INTEGER NOT NULL DEFAULT 0,"
        " last_proved_ms INTEGER NOT NULL DEFAULT 0,"
        " last_in_ms INTEGER NOT NULL DEFAULT 0,"
        " last_out_ms INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID"_s,
    };
}

QStringList version2()
{
    return {
        u"CREATE TABLE state_change ("
        " id INTEGER PRIMARY KEY AUTOINCREMENT,"
        " profile TEXT NOT NULL,"
        " at_ms INTEGER NOT NULL,"
        " state TEXT NOT NULL,"
        " error_kind TEXT NOT NULL DEFAULT '',"
        " error_detail TEXT NOT NULL DEFAULT '',"
        " routine INTEGER NOT NULL DEFAULT 0)"_s,
        u"CREATE INDEX state_change_order ON state_change (profile, routine, id)"_s,
    };
}

//! Every row belongs to an account, Zalo's user id; '' until it is known (AccountStore::claim()).
QStringList version3()
{
    return {
        // What identifies a message is not its id alone. sender_id is a copy from the payload;
        // cli_msg_id is the sender's own id with a digest of what was sent: programs that write
        // take the time for it, and two texts of one millisecond are two messages. It stays empty
        // in older rows.
        u"CREATE TABLE inbound_new ("
        " seq INTEGER PRIMARY KEY AUTOINCREMENT,"
        " profile TEXT NOT NULL,"
        " account TEXT NOT NULL DEFAULT '',"
        " msg_id TEXT NOT NULL,"
        " cli_msg_id TEXT NOT NULL DEFAULT '',"
        " sender_id TEXT NOT NULL DEFAULT '',"
        " thread_id TEXT NOT NULL,"
        " is_group INTEGER NOT NULL,"
        " received_ms INTEGER NOT NULL,"
        " payload TEXT NOT NULL,"
        " state TEXT NOT NULL DEFAULT 'waiting',"
        " attempts INTEGER NOT NULL DEFAULT 0,"
        " next_try_ms INTEGER NOT NULL DEFAULT 0,"
        " error_kind TEXT NOT NULL DEFAULT '',"
        " error_detail TEXT NOT NULL DEFAULT '',"
        " released INTEGER NOT NULL DEFAULT 0,"
        " taken_ms INTEGER NOT NULL DEFAULT 0,"
        " outcome TEXT NOT NULL DEFAULT '',"
        " outcome_reason TEXT NOT NULL DEFAULT '',"
        " outcome_ms INTEGER NOT NULL DEFAULT 0)"_s,
        u"INSERT INTO inbound_new (seq, profile, msg_id, sender_id, thread_id, is_group,"
        " received_ms, payload, state, attempts, next_try_ms, error_kind, error_detail, released,"
        " taken_ms, outcome, outcome_reason, outcome_ms)"
        " SELECT seq, profile, msg_id,"
        "  CASE WHEN json_valid(payload) THEN coalesce(payload ->> 'senderId', '') ELSE '' END,"
        "  thread_id, is_group, received_ms, payload, state, attempts, next_try_ms, error_kind,"
        "  error_detail, released, taken_ms, outcome, outcome_reason, outcome_ms FROM inbound"_s,
        // Numbers are not given twice, also where the last rows have gone.
        u"DELETE FROM sqlite_sequence WHERE name = 'inbound_new'"_s,
        u"INSERT INTO sqlite_sequence (name, seq)"
        " SELECT 'inbound_new', seq FROM sqlite_sequence WHERE name = 'inbound'"_s,
        u"DROP TABLE inbound"_s,
        u"ALTER TABLE inbound_new RENAME TO inbound"_s,
        // Of no account yet, a message is unique in its profile.
        u"CREATE UNIQUE INDEX inbound_id ON inbound"
        " (msg_id, account, thread_id, is_group, iif(account = '', profile, ''))"_s,
        u"CREATE UNIQUE INDEX inbound_cli_id ON inbound"
        " (cli_msg_id, account, thread_id, is_group, sender_id, iif(account = '', profile, ''))"
        " WHERE cli_msg_id <> ''"_s,
        u"CREATE INDEX inbound_unclaimed ON inbound (profile) WHERE account = ''"_s,
        u"CREATE INDEX inbound_waiting ON inbound"
        " (profile, account, thread_id, is_group, seq, received_ms, released)"
        " WHERE state = 'waiting'"_s,
        u"CREATE INDEX inbound_dead ON inbound (profile, account) WHERE state = 'dead'"_s,
        u"CREATE INDEX inbound_time ON inbound (received_ms, seq)"_s,

        u"ALTER TABLE outbound ADD COLUMN account TEXT NOT NULL DEFAULT ''"_s,
        u"DROP INDEX outbound_open"_s,
        u"CREATE INDEX outbound_open ON outbound (profile, account, state)"
        " WHERE state IN ('queued', 'sending', 'uncertain')"_s,
        u"CREATE INDEX outbound_unclaimed ON outbound (profile) WHERE account = ''"_s,

        u"ALTER TABLE gap ADD COLUMN account TEXT NOT NULL DEFAULT ''"_s,
        u"DROP INDEX gap_open"_s,
        u"CREATE UNIQUE INDEX gap_open ON gap (profile, account) WHERE to_ms = 0"_s,
        u"CREATE INDEX gap_account ON gap (profile, account, from_ms, id)"_s,

        u"ALTER TABLE state_change ADD COLUMN account TEXT NOT NULL DEFAULT ''"_s,

        u"CREATE TABLE thread_setting_new ("
        " profile TEXT NOT NULL,"
        " account TEXT NOT NULL DEFAULT '',"
        " thread_id TEXT NOT NULL,"
        " is_group INTEGER NOT NULL,"
        " paused INTEGER NOT NULL DEFAULT 0,"
        " PRIMARY KEY (profile, account, thread_id, is_group)) WITHOUT ROWID"_s,
        u"INSERT INTO thread_setting_new (profile, thread_id, is_group, paused)"
        " SELECT profile, thread_id, is_group, paused FROM thread_setting"_s,
        u"DROP TABLE thread_setting"_s,
        u"ALTER TABLE thread_setting_new RENAME TO thread_setting"_s,

        // is_last: the account that was last verified in the profile.
        u"CREATE TABLE profile_state_new ("
        " profile TEXT NOT NULL,"
        " account TEXT NOT NULL DEFAULT '',"
        " name TEXT NOT NULL DEFAULT '',"
        " is_last INTEGER NOT NULL DEFAULT 0,"
        " cool_down_until_ms INTEGER NOT NULL DEFAULT 0,"
        " last_proved_ms INTEGER NOT NULL DEFAULT 0,"
        " last_in_ms INTEGER NOT NULL DEFAULT 0,"
        " last_out_ms INTEGER NOT NULL DEFAULT 0,"
        " PRIMARY KEY (profile, account)) WITHOUT ROWID"_s,
        u"INSERT INTO profile_state_new (profile, cool_down_until_ms, last_proved_ms, last_in_ms,"
        " last_out_ms) SELECT profile, cool_down_until_ms, last_proved_ms, last_in_ms, last_out_ms"
        " FROM profile_state"_s,
        u"DROP TABLE profile_state"_s,
        u"ALTER TABLE profile_state_new RENAME TO profile_state"_s,
    };
}

//! What a page, a count or a deletion needs, whatever the length of the history.
QStringList version4()
{
    // Rows by whose they are and what became of them. Triggers keep it, so no writer can forget it.
    // An outer OR IGNORE or OR REPLACE would hold in a trigger too: no statement here can conflict.
    const auto count = [](const QString& table, const QString& row, const QString& change) {
        const QString direction = table == u"inbound" ? u"'in'"_s : u"'out'"_s;
        const QString state = table == u"inbound"
            ? row + u".state"_s
            : u"CASE %1.deadline_ms WHEN 0 THEN 'key' ELSE %1.state END"_s.arg(row);
        return u" INSERT INTO tally (profile, account, direction, state, rows)"
               " SELECT %1.profile, %1.account, %2, %3, 0 WHERE NOT EXISTS (SELECT 1 FROM tally"
               " WHERE profile = %1.profile AND account = %1.account AND direction = %2"
               " AND state = %3);"
               " UPDATE tally SET rows = rows %4 WHERE profile = %1.profile"
               " AND account = %1.account AND direction = %2 AND state = %3;"_s.arg(row, direction,
                                                                                    state, change);
    };
    QStringList statements {
        u"CREATE TABLE tally ("
        " profile TEXT NOT NULL,"
        " account TEXT NOT NULL,"
        " direction TEXT NOT NULL," // in, out
        " state TEXT NOT NULL," // of a pruned outbound row: key
        " rows INTEGER NOT NULL,"
        " PRIMARY KEY (profile, account, direction, state)) WITHOUT ROWID"_s,
        u"INSERT INTO tally SELECT profile, account, 'in', state, count(*) FROM inbound"
        " GROUP BY profile, account, state"_s,
        u"INSERT INTO tally SELECT profile, account, 'out',"
        " CASE deadline_ms WHEN 0 THEN 'key' ELSE state END AS shown, count(*) FROM outbound"
        " GROUP BY profile, account, shown"_s,
    };
    for (const QString& table : { u"inbound"_s, u"outbound"_s }) {
        const QString changes = table == u"inbound" ? u"profile, account, state"_s
                                                    : u"profile, account, state, deadline_ms"_s;
        statements << u"CREATE TRIGGER %1_added AFTER INSERT ON %1 BEGIN%2 END"_s.arg(
            table, count(table, u"new"_s, u"+ 1"_s))
                   << u"CREATE TRIGGER %1_deleted AFTER DELETE ON %1 BEGIN%2 END"_s.arg(
                          table, count(table, u"old"_s, u"- 1"_s))
                   << u"CREATE TRIGGER %1_changed AFTER UPDATE OF %2 ON %1 BEGIN%3%4 END"_s.arg(
                          table, changes, count(table, u"old"_s, u"- 1"_s),
                          count(table, u"new"_s, u"+ 1"_s));
    }
    statements << QStringList {
        // One state each: SQLite uses a partial index where the statement says what the index says.
        u"DROP INDEX outbound_open"_s,
        u"CREATE INDEX outbound_queued ON outbound (profile, account) WHERE state = 'queued'"_s,
        u"CREATE INDEX outbound_sending ON outbound (profile, account) WHERE state = 'sending'"_s,
        u"CREATE INDEX outbound_uncertain ON outbound (profile, account)"
        " WHERE state = 'uncertain'"_s,
        // Keys of pruned rows are older than every row that is shown.
        u"DROP INDEX outbound_time"_s,
        u"CREATE INDEX outbound_time ON outbound (created_ms, id) WHERE deadline_ms > 0"_s,
        u"CREATE INDEX outbound_key_time ON outbound (created_ms, id) WHERE deadline_ms = 0"_s,
        u"CREATE INDEX outbound_key_profile ON outbound (profile) WHERE deadline_ms = 0"_s,
        // The activity by what a row is shown as, and by profile or thread. In this order, so that
        // no statement that names a profile beside something better is tempted.
        u"CREATE INDEX inbound_shown ON inbound"
        " (CASE outcome WHEN '' THEN state ELSE outcome END, profile, received_ms, seq)"_s,
        u"CREATE INDEX inbound_thread ON inbound"
        " (CASE outcome WHEN '' THEN state ELSE outcome END, thread_id, received_ms, seq)"_s,
        u"CREATE INDEX outbound_shown ON outbound (state, profile, created_ms, id)"
        " WHERE deadline_ms > 0"_s,
        u"CREATE INDEX outbound_thread ON outbound (state, thread_id, created_ms, id)"
        " WHERE deadline_ms > 0"_s,
        u"CREATE INDEX gap_profile ON gap (profile, from_ms, id)"_s,
    };
    return statements;
}

//! What will never be delivered says so, and ages do not depend on this machine's clock.
QStringList version5()
{
    return {
        // When Zalo says that a message was sent, where that can be, else received_ms.
        u"ALTER TABLE inbound ADD COLUMN aged_ms INTEGER NOT NULL DEFAULT 0"_s,
        u"UPDATE inbound SET aged_ms = received_ms"_s,
        u"DROP INDEX inbound_waiting"_s,
        u"CREATE INDEX inbound_waiting ON inbound (profile, account, thread_id, is_group, seq)"
        " WHERE state = 'waiting'"_s,
        u"CREATE INDEX inbound_aging ON inbound (profile, aged_ms)"
        " WHERE state = 'waiting' AND released = 0"_s,
        u"CREATE INDEX inbound_expired ON inbound (profile, account, seq)"
        " WHERE state = 'expired'"_s,
        // What is deleted, by what it is: one kind does not crowd out another.
        u"CREATE INDEX inbound_old_taken ON inbound (aged_ms, seq) WHERE state = 'taken'"_s,
        u"CREATE INDEX inbound_old_discarded ON inbound (aged_ms, seq)"
        " WHERE state = 'discarded'"_s,
        u"CREATE INDEX inbound_old_own ON inbound (aged_ms, seq) WHERE state = 'own'"_s,
        u"CREATE INDEX inbound_old_expired ON inbound (aged_ms, seq) WHERE state = 'expired'"_s,

        // The same instants by the clock of one start of the machine.
        u"ALTER TABLE gap ADD COLUMN from_boot_ms INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE gap ADD COLUMN boot_id TEXT NOT NULL DEFAULT ''"_s,
        u"ALTER TABLE profile_state ADD COLUMN last_proved_boot_ms INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE profile_state ADD COLUMN last_proved_boot_id TEXT NOT NULL DEFAULT ''"_s,
    };
}

//! A message is stored before its files are here.
QStringList version6()
{
    return {
        u"ALTER TABLE inbound ADD COLUMN media_wanted INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE inbound ADD COLUMN media_tries INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE inbound ADD COLUMN media_next_ms INTEGER NOT NULL DEFAULT 0"_s,
        u"CREATE INDEX inbound_media ON inbound (media_next_ms, seq) WHERE media_wanted = 1"_s,
    };
}

//! Messages go in the order in which they were sent, not in that of their arrival.
QStringList version7()
{
    return {
        u"CREATE INDEX inbound_next ON inbound"
        " (profile, account, thread_id, is_group, aged_ms, seq) WHERE state = 'waiting'"_s,
    };
}

//! What a text looks like besides (styledtext.h), as JSON; '' where it has no styles.
QStringList version8()
{
    return { u"ALTER TABLE outbound_part ADD COLUMN styles TEXT NOT NULL DEFAULT ''"_s };
}

//! What is sent can refer to a message, and take it back.
QStringList version9()
{
    return {
        u"ALTER TABLE outbound ADD COLUMN target TEXT NOT NULL DEFAULT ''"_s,
        u"CREATE INDEX outbound_unsend ON outbound (thread_id, account, target)"
        " WHERE kind = 'unsend'"_s,
    };
}

//! What Zalo's history gave of missed time, and what follows where the owner wrote.
QStringList version10()
{
    return {
        u"ALTER TABLE gap ADD COLUMN recovery TEXT NOT NULL DEFAULT 'notAsked'"_s,
        u"ALTER TABLE gap ADD COLUMN recovered INTEGER NOT NULL DEFAULT 0"_s,
        u"CREATE INDEX gap_unsettled ON gap (profile, account, from_ms)"
        " WHERE recovery <> 'asked'"_s,
        // The groups that are known, and when somebody last wrote there.
        u"CREATE INDEX inbound_group ON inbound (profile, account, thread_id, aged_ms)"
        " WHERE is_group = 1"_s,
        // When a pause ends by itself; 0: a person ends it.
        u"ALTER TABLE thread_setting ADD COLUMN paused_until_ms INTEGER NOT NULL DEFAULT 0"_s,
    };
}

//! Who paused the bot in a thread (PauseCause), and the list of conversations.
QStringList version11()
{
    return QStringList {
        u"ALTER TABLE thread_setting ADD COLUMN pause_cause TEXT NOT NULL DEFAULT 'person'"_s,
        // A pause with an end was the owner's until now.
        u"UPDATE thread_setting SET pause_cause = 'owner' WHERE paused_until_ms > 0"_s,
    }
    + conversationMigration();
}

} // namespace

QList<QStringList> relayMigrations()
{
    return { version1(), version2(), version3(), version4(),  version5(),  version6(),
             version7(), version8(), version9(), version10(), version11(), waitingMigration() };
}

} // namespace zalo
