// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/contactdirectory.h"

#include "contacts/contactschema.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr qsizetype MaxLoadedLists =
    16; // friends and groups of some profiles, some groups' members

const QString& columns()
{
    static const QString list =
        u"SELECT contact_id, name, zalo_name, username, phone, avatar, is_blocked, member_count,"
        " creator_id, admin_ids, member_ids, sort, folded FROM entry "_s;
    return list;
}

QStringList idsOf(const QVariant& joined)
{
    return joined.toString().split(u' ', Qt::SkipEmptyParts);
}

//! The entry of a row that begins with columns().
ContactEntry entryOf(const QSqlQuery& query)
{
    return { query.value(0).toString(), query.value(1).toString(), query.value(2).toString(),
             query.value(3).toString(), query.value(4).toString(), query.value(5).toString(),
             query.value(6).toBool(),   query.value(7).toInt(),    query.value(8).toString(),
             idsOf(query.value(9)),     idsOf(query.value(10)) };
}

} // namespace

ContactListKey ContactListKey::friends(const QString& profile)
{
    return { profile, u"friends"_s };
}

ContactListKey ContactListKey::groups(const QString& profile)
{
    return { profile, u"groups"_s };
}

ContactListKey ContactListKey::members(const QString& profile, const QString& groupId)
{
    return { profile, u"members:"_s + groupId };
}

ContactDirectory::ContactDirectory(DatabaseSpec spec)
    : m_database(std::move(spec))
{ }

Result<void> ContactDirectory::open()
{
    m_loaded.clear();
    const auto opened = m_database.open();
    if (!opened) {
        return opened;
    }
    // Writings that the last run did not finish.
    return m_database
        .change(u"INSERT INTO garbage (list, first, last) SELECT id, generation + 1,"
                " next_generation FROM list WHERE next_generation > generation"_s)
        .map([](int) {});
}

void ContactDirectory::close()
{
    m_loaded.clear();
    m_database.close();
}

Result<ContactDirectory::List> ContactDirectory::list(const ContactListKey& key)
{
    List list;
    return m_database
        .each(u"SELECT id, generation, size, refreshed_ms FROM list"
              " WHERE profile = ? AND name = ?"_s,
              { key.profile, key.name },
              [&](const QSqlQuery& query) {
                  list = { query.value(0).toLongLong(), query.value(1).toLongLong(),
                           query.value(2).toInt(), query.value(3).toLongLong() };
              })
        .map([&] { return list; });
}

Result<ContactDirectory::Writing> ContactDirectory::begin(const ContactListKey& key)
{
    const auto counted =
        m_database.change(u"INSERT INTO list (profile, name, next_generation) VALUES (?, ?, 1)"
                          " ON CONFLICT (profile, name) DO UPDATE"
                          " SET next_generation = next_generation + 1"_s,
                          { key.profile, key.name });
    if (!counted) {
        return tl::unexpected(counted.error());
    }
    Writing writing;
    return m_database
        .each(u"SELECT id, next_generation FROM list"
              " WHERE profile = ? AND name = ?"_s,
              { key.profile, key.name },
              [&](const QSqlQuery& query) {
                  writing = { query.value(0).toLongLong(), query.value(1).toLongLong() };
              })
        .map([&] { return writing; });
}

Result<void> ContactDirectory::write(const Writing& writing, const QList<ContactEntry>& entries)
{
    Result<void> done = m_database.begin();
    for (qsizetype i = 0; done && i < entries.size(); ++i) {
        const ContactEntry& entry = entries.at(i);
        const QString key = searchKey(entry);
        done = m_database
                   .change(u"INSERT OR REPLACE INTO entry VALUES"
                           " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                           { writing.list, writing.generation, key.section(u'\n', 0, 0), entry.id,
                             key, entry.name, entry.zaloName, entry.username, entry.phoneNumber,
                             entry.avatar, entry.isBlocked, entry.memberCount, entry.creatorId,
                             entry.adminIds.join(u' '), entry.memberIds.join(u' ') })
                   .map([](int) {});
    }
    if (done) {
        done = m_database.commit();
    }
    if (!done) {
        m_database.rollback();
    }
    return done;
}

Result<bool> ContactDirectory::publish(const Writing& writing, qint64 nowMs)
{
    if (const auto begun = m_database.begin(); !begun) {
        return tl::unexpected(begun.error());
    }
    Result<int> published =
        m_database.change(u"UPDATE list SET generation = ?, refreshed_ms = ?, size ="
                          " (SELECT count(*) FROM entry WHERE list = ? AND generation = ?)"
                          " WHERE id = ? AND generation < ?"_s,
                          { writing.generation, nowMs, writing.list, writing.generation,
                            writing.list, writing.generation });
    Result<void> done = published.map([](int) {});
    if (done) {
        done = *published > 0 ? discard(writing.list, 0, writing.generation - 1)
                              : discard(writing.list, writing.generation, writing.generation);
    }
    if (done) {
        done = m_database.commit();
    }
    if (!done) {
        m_database.rollback();
        return tl::unexpected(done.error());
    }
    return *published > 0;
}

Result<void> ContactDirectory::discard(qint64 list, qint64 first, qint64 last)
{
    return m_database
        .change(u"INSERT INTO garbage (list, first, last) VALUES (?, ?, ?)"_s,
                { list, first, last })
        .map([](int) {});
}

Result<bool> ContactDirectory::purge(int limit)
{
    qint64 id = 0;
    QVariantList range;
    const auto found = m_database.each(
        u"SELECT id, list, first, last FROM garbage LIMIT 1"_s, {}, [&](const QSqlQuery& query) {
            id = query.value(0).toLongLong();
            range = { query.value(1), query.value(2), query.value(3), limit };
        });
    if (!found || id == 0) {
        return found.map([] { return false; });
    }
    const auto deleted =
        m_database.change(u"DELETE FROM entry WHERE (list, generation, sort, contact_id) IN"
                          " (SELECT list, generation, sort, contact_id FROM entry"
                          "  WHERE list = ? AND generation BETWEEN ? AND ? LIMIT ?)"_s,
                          range);
    if (!deleted || *deleted >= limit) {
        return deleted.map([](int) { return true; });
    }
    return m_database.change(u"DELETE FROM garbage WHERE id = ?"_s, { id }).map([](int) {
        return true;
    });
}

Result<void> ContactDirectory::forget(const QString& profile)
{
    m_loaded.removeIf([&](const auto& loaded) { return loaded.key().profile == profile; });
    Result<void> done = m_database.begin();
    for (const char* statement :
         { "INSERT INTO garbage (list, first, last) SELECT id, 0, next_generation FROM list"
           " WHERE profile = ?",
           "DELETE FROM list WHERE profile = ?" }) {
        if (done) {
            done = m_database.change(QString::fromLatin1(statement), { profile }).map([](int) {});
        }
    }
    if (done) {
        done = m_database.commit();
    }
    if (!done) {
        m_database.rollback();
    }
    return done;
}

Result<bool> ContactDirectory::load(const ContactListKey& key, int limit)
{
    const Result<List> current = list(key);
    if (!current) {
        return tl::unexpected(current.error());
    }
    if (!m_loaded.contains(key)) {
        makeRoom();
    }
    Loaded& loaded = m_loaded[key];
    if (loaded.list != current->id || loaded.generation != current->generation) {
        loaded = Loaded();
        loaded.list = current->id;
        loaded.generation = current->generation;
    }
    if (loaded.isComplete) {
        return false;
    }
    int rows = 0;
    const auto read =
        m_database.each(u"SELECT sort, contact_id, folded FROM entry WHERE list = ?"
                        " AND generation = ? AND (sort, contact_id) > (?, ?)"
                        " ORDER BY sort, contact_id LIMIT ?"_s,
                        { loaded.list, loaded.generation, loaded.lastSort, loaded.lastId, limit },
                        [&](const QSqlQuery& query) {
                            ++rows;
                            loaded.lastSort = query.value(0).toString();
                            loaded.lastId = query.value(1).toString();
                            loaded.index.append(query.value(2).toString());
                        });
    if (!read) {
        m_loaded.remove(key);
        return tl::unexpected(read.error());
    }
    loaded.isComplete = rows < limit;
    return !loaded.isComplete;
}

Result<ContactPage<ContactEntry>> ContactDirectory::search(const ContactListKey& key,
                                                           const ContactQuery& query)
{
    ContactIndex::Place after;
    if (!query.cursor.isEmpty() && !ContactIndex::Place::fromCursor(query.cursor, &after)) {
        return failure(ErrorKind::BadRequest, u"cursor"_s);
    }
    const Result<List> current = list(key);
    if (!current) {
        return tl::unexpected(current.error());
    }
    ContactPage<ContactEntry> page;
    page.refreshedAtMs = current->refreshedMs;
    const auto loaded = m_loaded.constFind(key);
    if (loaded == m_loaded.cend()) {
        return page;
    }
    const ContactIndex& index = loaded->index;
    const QList<ContactIndex::Hit> hits = index.find(searchNeedle(query.query));
    page.total = int(hits.size());
    const qsizetype first = query.cursor.isEmpty() ? 0 : index.firstAfter(hits, after);
    const qsizetype end = std::min<qsizetype>(first + std::clamp(query.limit, 1, 500), hits.size());
    for (qsizetype i = first; i < end; ++i) {
        const auto entry = find(key, index.idOf(hits.at(i).entry));
        if (!entry) {
            return tl::unexpected(entry.error());
        }
        if (*entry) {
            page.items.append(**entry);
        }
    }
    if (end < hits.size() && end > first) {
        page.nextCursor = index.placeOf(hits.at(end - 1)).toCursor();
    }
    return page;
}

Result<std::optional<ContactEntry>> ContactDirectory::find(const ContactListKey& key,
                                                           const QString& id)
{
    std::optional<ContactEntry> found;
    return m_database
        .each(columns()
                  + u"WHERE contact_id = ? AND (list, generation) ="
                    " (SELECT id, generation FROM list"
                    "  WHERE profile = ? AND name = ?)"_s,
              { id, key.profile, key.name },
              [&](const QSqlQuery& query) { found = entryOf(query); })
        .map([&] { return std::move(found); });
}

Result<int> ContactDirectory::count(const ContactListKey& key)
{
    return list(key).map([](const List& list) { return list.size; });
}

Result<bool> ContactDirectory::read(const ContactListKey& key, int limit, Reading& reading)
{
    const Result<List> current = list(key);
    if (!current) {
        return tl::unexpected(current.error());
    }
    if (reading.list != current->id || reading.generation != current->generation) {
        reading = Reading();
        reading.list = current->id;
        reading.generation = current->generation;
    }
    reading.refreshedMs = current->refreshedMs;
    int rows = 0;
    const bool areGroups = key == ContactListKey::groups(key.profile);
    return m_database
        .each(columns()
                  + u"WHERE list = ? AND generation = ?"
                    " AND (sort, contact_id) > (?, ?)"
                    " ORDER BY sort, contact_id LIMIT ?"_s,
              { reading.list, reading.generation, reading.lastSort, reading.lastId, limit },
              [&](const QSqlQuery& query) {
                  ++rows;
                  auto contact = std::make_shared<ListedContact>();
                  contact->entry = entryOf(query);
                  contact->isGroup = areGroups;
                  contact->key = query.value(12).toString();
                  reading.lastSort = query.value(11).toString();
                  reading.lastId = contact->entry.id;
                  reading.contacts.append(std::move(contact));
              })
        .map([&] { return rows == limit; });
}

//! Forgets the index of some list: it is read again when it is asked for.
void ContactDirectory::makeRoom()
{
    while (m_loaded.size() >= MaxLoadedLists) {
        auto victim = std::find_if(m_loaded.cbegin(), m_loaded.cend(),
                                   [](const Loaded& loaded) { return loaded.isComplete; });
        m_loaded.erase(victim == m_loaded.cend() ? m_loaded.cbegin() : victim);
    }
}

} // namespace zalo
