// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/relayschema.h"

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

} // namespace

QList<QStringList> relayMigrations()
{
    return { version1(), version2() };
}

} // namespace zalo
