// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/contactstore.h"

#include "contacts/contactdirectory.h"
#include "contacts/contactschema.h"
#include "core/logging.h"

#include <algorithm>

namespace zalo {
namespace {

constexpr int LoadedPerJob = 2000; // rows; some milliseconds of the worker
constexpr int PurgedPerJob = 500;

DatabaseSpec specOf(const ContactStoreOptions& options)
{
    return { options.path, contactMigrations(), false, options.busyTimeout };
}

//! A page of `key` with each entry made a T, or nothing while its index is still being read.
template <typename T>
Result<std::optional<ContactPage<T>>> readPage(ContactDirectory& directory,
                                               const ContactListKey& key, const ContactQuery& query,
                                               const std::function<T(const ContactEntry&)>& make)
{
    const Result<bool> more = directory.load(key, LoadedPerJob);
    if (!more) {
        return tl::unexpected(more.error());
    }
    if (*more) {
        return std::nullopt;
    }
    return directory.search(key, query).map([&](const ContactPage<ContactEntry>& found) {
        ContactPage<T> page { {}, found.total, found.nextCursor, found.refreshedAtMs };
        for (const ContactEntry& entry : found.items) {
            page.items.append(make(entry));
        }
        return std::optional(std::move(page));
    });
}

MemberRole roleOf(const QString& userId, const ContactEntry& group)
{
    if (userId == group.creatorId) {
        return MemberRole::Creator;
    }
    return group.adminIds.contains(userId) ? MemberRole::Admin : MemberRole::Member;
}

Result<SenderKnowledge> knowledgeIn(ContactDirectory& directory, const QString& profile,
                                    const ThreadRef& thread, const QString& senderId)
{
    const ContactListKey list =
        thread.isGroup ? ContactListKey::groups(profile) : ContactListKey::friends(profile);
    const auto entry = directory.find(list, thread.id);
    if (!entry || !thread.isGroup) {
        return entry.map([](const auto& found) {
            return SenderKnowledge { found.has_value(), false, false };
        });
    }
    const ContactListKey members = ContactListKey::members(profile, thread.id);
    const auto stored = directory.count(members);
    const auto member = directory.find(members, senderId);
    if (!stored || !member) {
        return tl::unexpected(stored ? member.error() : stored.error());
    }
    return SenderKnowledge { entry->has_value(), *stored > 0, member->has_value() };
}

} // namespace

//! A list on its way into the file. Between two jobs it is ours, within one the worker's.
struct ContactStore::Replacement
{
    ContactListKey key;
    qsizetype size = 0;
    std::function<ContactEntry(qsizetype)> entry;
    Callback<void> done;
    ContactDirectory::Writing writing;
    qsizetype written = 0;
};

//! Friends and groups on their way to the browser; used on the worker.
struct ContactStore::Browsing
{
    ContactDirectory::Reading friends;
    ContactDirectory::Reading groups;
    ContactList list;
};

ContactStore::ContactStore(Worker* worker, ContactStoreOptions options, Clock clock,
                           QObject* parent)
    : QObject(parent),
      m_worker(worker),
      m_options(std::move(options)),
      m_clock(std::move(clock)),
      m_directory(std::make_shared<ContactDirectory>(specOf(m_options)))
{ }

ContactStore::~ContactStore()
{
    m_worker->post([directory = m_directory] { directory->close(); });
}

void ContactStore::open(QObject* context, Callback<void> done)
{
    m_worker->run(
        this, [directory = m_directory] { return directory->open(); },
        [this, reply = boundTo<void>(context, std::move(done))](const Result<void>& opened) {
            if (opened) {
                repeat([directory = m_directory] { return directory->purge(PurgedPerJob); }, {});
            }
            reply(opened);
        });
}

void ContactStore::replaceFriends(const QString& profile, const QList<Friend>& friends,
                                  QObject* context, Callback<void> done)
{
    replace(ContactListKey::friends(profile), friends, boundTo<void>(context, std::move(done)));
}

void ContactStore::replaceGroups(const QString& profile, const QList<Group>& groups,
                                 QObject* context, Callback<void> done)
{
    replace(ContactListKey::groups(profile), groups, boundTo<void>(context, std::move(done)));
}

void ContactStore::replaceMembers(const QString& profile, const QString& groupId,
                                  const QList<GroupMember>& members, QObject* context,
                                  Callback<void> done)
{
    replace(ContactListKey::members(profile, groupId), members,
            boundTo<void>(context, std::move(done)));
}

void ContactStore::friends(const QString& profile, const ContactQuery& query, QObject* context,
                           Callback<ContactPage<Friend>> done)
{
    page<Friend>(
        [directory = m_directory, profile, query] {
            return readPage<Friend>(*directory, ContactListKey::friends(profile), query, &friendOf);
        },
        boundTo<ContactPage<Friend>>(context, std::move(done)));
}

void ContactStore::groups(const QString& profile, const ContactQuery& query, QObject* context,
                          Callback<ContactPage<Group>> done)
{
    page<Group>(
        [directory = m_directory, profile, query] {
            return readPage<Group>(*directory, ContactListKey::groups(profile), query, &groupOf);
        },
        boundTo<ContactPage<Group>>(context, std::move(done)));
}

void ContactStore::members(const QString& profile, const QString& groupId,
                           const ContactQuery& query, QObject* context,
                           Callback<ContactPage<MemberWithRole>> done)
{
    page<MemberWithRole>(
        [directory = m_directory, profile, groupId,
         query]() -> Result<std::optional<ContactPage<MemberWithRole>>> {
            const auto group = directory->find(ContactListKey::groups(profile), groupId);
            if (!group) {
                return tl::unexpected(group.error());
            }
            if (!*group) {
                return failure(ErrorKind::ThreadUnknown);
            }
            return readPage<MemberWithRole>(
                *directory, ContactListKey::members(profile, groupId), query,
                [&](const ContactEntry& entry) {
                    return MemberWithRole { memberOf(entry), roleOf(entry.id, **group) };
                });
        },
        boundTo<ContactPage<MemberWithRole>>(context, std::move(done)));
}

void ContactStore::contacts(const QString& profile, QObject* context, Callback<ContactList> done)
{
    const auto browsing = std::make_shared<Browsing>();
    repeat(
        [directory = m_directory, profile, browsing]() -> Result<bool> {
            const auto friends =
                directory->read(ContactListKey::friends(profile), LoadedPerJob, browsing->friends);
            if (!friends || *friends) {
                return friends;
            }
            const auto groups =
                directory->read(ContactListKey::groups(profile), LoadedPerJob, browsing->groups);
            if (groups && !*groups) {
                browsing->list = ContactList(browsing->friends.contacts + browsing->groups.contacts,
                                             browsing->friends.refreshedMs);
            }
            return groups;
        },
        [browsing, reply = boundTo<ContactList>(context, std::move(done))](
            const Result<void>& read) { reply(read.map([&] { return browsing->list; })); });
}

void ContactStore::faces(const QString& profile, const QList<ThreadRef>& threads, QObject* context,
                         Callback<QHash<ThreadRef, ContactFace>> done)
{
    m_worker->run(
        context,
        [directory = m_directory, profile, threads]() -> Result<QHash<ThreadRef, ContactFace>> {
            QHash<ThreadRef, ContactFace> faces;
            for (const ThreadRef& thread : threads) {
                const auto found =
                    directory->find(thread.isGroup ? ContactListKey::groups(profile)
                                                   : ContactListKey::friends(profile),
                                    thread.id);
                if (!found) {
                    return tl::unexpected(found.error());
                }
                if (*found) {
                    faces.insert(thread, { (*found)->name, (*found)->avatar });
                }
            }
            return faces;
        },
        std::move(done));
}

void ContactStore::findGroup(const QString& profile, const QString& groupId, QObject* context,
                             Callback<std::optional<Group>> done)
{
    m_worker->run(
        context,
        [directory = m_directory, profile, groupId] {
            return directory->find(ContactListKey::groups(profile), groupId);
        },
        [done = std::move(done)](const Result<std::optional<ContactEntry>>& entry) {
            done(entry.map([](const auto& found) {
                return found ? std::optional(groupOf(*found)) : std::nullopt;
            }));
        });
}

void ContactStore::knowledgeOf(const QString& profile, const ThreadRef& thread,
                               const QString& senderId, QObject* context,
                               Callback<SenderKnowledge> done)
{
    m_worker->run(
        context,
        [directory = m_directory, profile, thread, senderId] {
            return knowledgeIn(*directory, profile, thread, senderId);
        },
        std::move(done));
}

void ContactStore::counts(const QString& profile, QObject* context, Callback<ContactCounts> done)
{
    m_worker->run(
        context,
        [directory = m_directory, profile]() -> Result<ContactCounts> {
            const auto friends = directory->count(ContactListKey::friends(profile));
            const auto groups = directory->count(ContactListKey::groups(profile));
            if (!friends || !groups) {
                return tl::unexpected(friends ? groups.error() : friends.error());
            }
            return ContactCounts { *friends, *groups };
        },
        std::move(done));
}

void ContactStore::erase(const QString& profile, QObject* context, Callback<void> done)
{
    m_worker->run(
        this, [directory = m_directory, profile] { return directory->forget(profile); },
        [this, profile,
         reply = boundTo<void>(context, std::move(done))](const Result<void>& forgotten) {
            if (!forgotten) {
                reply(forgotten);
                return;
            }
            emit changed(profile);
            repeat([directory = m_directory] { return directory->purge(PurgedPerJob); }, reply);
        });
}

//! Runs `step` on the worker until it gives false, one job each.
void ContactStore::repeat(std::function<Result<bool>()> step, Callback<void> done)
{
    m_worker->run(this, step, [this, step, done](const Result<bool>& more) {
        if (more && *more) {
            repeat(step, done);
        } else if (done) {
            done(more.map([](bool) {}));
        }
    });
}

template <typename T>
void ContactStore::replace(const ContactListKey& key, const QList<T>& values, Callback<void> done)
{
    auto replacement = std::make_shared<Replacement>();
    replacement->key = key;
    replacement->size = values.size();
    replacement->entry = [values](qsizetype i) { return entryOf(values.at(i)); };
    replacement->done = std::move(done);
    m_worker->run(
        this,
        [directory = m_directory, replacement] {
            return directory->begin(replacement->key).map([&](ContactDirectory::Writing writing) {
                replacement->writing = writing;
            });
        },
        [this, replacement](const Result<void>& begun) {
            if (begun) {
                writeNext(replacement);
            } else {
                replacement->done(begun);
            }
        });
}

void ContactStore::writeNext(const std::shared_ptr<Replacement>& replacement)
{
    if (replacement->written >= replacement->size) {
        publish(replacement);
        return;
    }
    m_worker->run(
        this,
        [directory = m_directory, replacement, step = m_options.rowsPerJob] {
            const qsizetype end =
                std::min<qsizetype>(replacement->written + step, replacement->size);
            QList<ContactEntry> entries;
            for (; replacement->written < end; ++replacement->written) {
                entries.append(replacement->entry(replacement->written));
            }
            const Result<void> written = directory->write(replacement->writing, entries);
            if (!written) {
                (void)directory->abandon(replacement->writing);
            }
            return written;
        },
        [this, replacement](const Result<void>& written) {
            if (written) {
                writeNext(replacement);
            } else {
                replacement->done(written);
            }
        });
}

void ContactStore::publish(const std::shared_ptr<Replacement>& replacement)
{
    m_worker->run(
        this,
        [directory = m_directory, replacement, now = m_clock.nowMs()] {
            return directory->publish(replacement->writing, now);
        },
        [this, replacement](const Result<bool>& published) {
            const QPointer<ContactStore> alive(this);
            if (published && *published) {
                qCInfo(lcContacts) << "contacts stored:" << replacement->size;
                emit changed(replacement->key.profile);
            }
            replacement->done(published.map([](bool) {}));
            if (alive) {
                repeat([directory = m_directory] { return directory->purge(PurgedPerJob); }, {});
            }
        });
}

template <typename T>
void ContactStore::page(std::function<Result<std::optional<ContactPage<T>>>()> job,
                        Callback<ContactPage<T>> done)
{
    m_worker->run(this, job, [this, job, done](const Result<std::optional<ContactPage<T>>>& found) {
        if (found && !*found) {
            page<T>(job, done);
        } else {
            done(found.map([](const auto& page) { return *page; }));
        }
    });
}

} // namespace zalo
