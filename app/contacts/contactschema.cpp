// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/contactschema.h"

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

QStringList version1()
{
    return {
        // Readers see the rows of `generation`; writers take numbers from next_generation.
        u"CREATE TABLE list ("
        " id INTEGER PRIMARY KEY AUTOINCREMENT,"
        " profile TEXT NOT NULL,"
        " name TEXT NOT NULL,"
        " generation INTEGER NOT NULL DEFAULT 0,"
        " next_generation INTEGER NOT NULL DEFAULT 0,"
        " size INTEGER NOT NULL DEFAULT 0,"
        " refreshed_ms INTEGER NOT NULL DEFAULT 0,"
        " UNIQUE (profile, name))"_s,
        // Entries of these generations are to be deleted, in small steps.
        u"CREATE TABLE garbage ("
        " id INTEGER PRIMARY KEY,"
        " list INTEGER NOT NULL,"
        " first INTEGER NOT NULL,"
        " last INTEGER NOT NULL)"_s,
        u"CREATE TABLE entry ("
        " list INTEGER NOT NULL,"
        " generation INTEGER NOT NULL,"
        " sort TEXT NOT NULL,"
        " contact_id TEXT NOT NULL,"
        " folded TEXT NOT NULL,"
        " name TEXT NOT NULL,"
        " zalo_name TEXT NOT NULL,"
        " username TEXT NOT NULL,"
        " phone TEXT NOT NULL,"
        " avatar TEXT NOT NULL,"
        " is_blocked INTEGER NOT NULL,"
        " member_count INTEGER NOT NULL,"
        " creator_id TEXT NOT NULL,"
        " admin_ids TEXT NOT NULL,"
        " member_ids TEXT NOT NULL,"
        " PRIMARY KEY (list, generation, sort, contact_id),"
        " UNIQUE (list, generation, contact_id)) WITHOUT ROWID"_s,
    };
}

} // namespace

QList<QStringList> contactMigrations()
{
    return { version1() };
}

} // namespace zalo
