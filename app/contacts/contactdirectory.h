// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts/contactentry.h"
#include "contacts/contactlist.h"
#include "contacts/contactrows.h"
#include "storage/database.h"

#include <QHash>

#include <optional>

namespace zalo {

//! A list of a profile: its friends, its groups, or the members of one group.
struct ContactListKey
{
    QString profile;
    QString name;

    static ContactListKey friends(const QString& profile);
    static ContactListKey groups(const QString& profile);
    static ContactListKey members(const QString& profile, const QString& groupId);

    friend bool operator==(const ContactListKey&, const ContactListKey&) = default;
};

inline size_t qHash(const ContactListKey& key, size_t seed = 0)
{
    return qHashMulti(seed, key.profile, key.name);
}

//! The cache's file and its search indexes. It belongs to the worker's thread. A list is written in
//! small steps as a new generation that nobody sees before publish(), and read in small steps too:
//! other work of the thread never waits long.
class ContactDirectory
{
public:
    explicit ContactDirectory(DatabaseSpec spec);

    [[nodiscard]] Result<void> open();
    void close();

    struct Writing
    {
        qint64 list = 0;
        qint64 generation = 0;
    };
    [[nodiscard]] Result<Writing> begin(const ContactListKey& key);
    [[nodiscard]] Result<void> write(const Writing& writing, const QList<ContactEntry>& entries);
    //! False when a later writing was published before, or the profile was forgotten.
    [[nodiscard]] Result<bool> publish(const Writing& writing, qint64 nowMs);
    //! Gives a writing up that failed.
    [[nodiscard]] Result<void> abandon(const Writing& writing)
    {
        return discard(writing.list, writing.generation, writing.generation);
    }
    //! Deletes up to `limit` rows that nobody sees any more; true while there may be more.
    [[nodiscard]] Result<bool> purge(int limit);
    //! Its lists are gone at once, their rows with purge().
    [[nodiscard]] Result<void> forget(const QString& profile);

    //! Reads up to `limit` entries into the list's index; true while there are more.
    [[nodiscard]] Result<bool> load(const ContactListKey& key, int limit);
    //! A page of the list as load() has read it. BadRequest for a cursor that is none of ours.
    [[nodiscard]] Result<ContactPage<ContactEntry>> search(const ContactListKey& key,
                                                           const ContactQuery& query);
    [[nodiscard]] Result<std::optional<ContactEntry>> find(const ContactListKey& key,
                                                           const QString& id);
    [[nodiscard]] Result<int> count(const ContactListKey& key);

    //! A list on its way out of the file. A list that is replaced meanwhile is read anew.
    struct Reading
    {
        QList<std::shared_ptr<ListedContact>> contacts;
        qint64 refreshedMs = 0;
        qint64 list = 0;
        qint64 generation = 0;
        QString lastSort;
        QString lastId;
    };
    //! Reads up to `limit` entries of friends or groups; true while there are more.
    [[nodiscard]] Result<bool> read(const ContactListKey& key, int limit, Reading& reading);

private:
    struct List
    {
        qint64 id = 0;
        qint64 generation = 0; //!< 0: never published
        int size = 0;
        qint64 refreshedMs = 0;
    };
    struct Loaded
    {
        qint64 list = 0;
        qint64 generation = 0;
        bool isComplete = false;
        QString lastSort; //!< where the reading goes on
        QString lastId;
        ContactIndex index;
    };
    Result<List> list(const ContactListKey& key);
    Result<void> discard(qint64 list, qint64 first, qint64 last);
    void makeRoom();

    Database m_database;
    QHash<ContactListKey, Loaded> m_loaded;
};

} // namespace zalo
