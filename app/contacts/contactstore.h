// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts/contactlist.h"
#include "contacts/contactrows.h"
#include "core/callback.h"
#include "core/clock.h"
#include "core/ids.h"
#include "core/worker.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace zalo {

struct ContactStoreOptions
{
    QString path; //!< contacts.sqlite in the private data folder
    std::chrono::milliseconds busyTimeout { 2000 };
    int rowsPerJob = 300; //!< how much one job writes: the worker is the relay's too
};

class ContactDirectory;
struct ContactListKey;

//! Friends, groups and members of every profile as Zalo last told them, in a SQLite file used on
//! the worker given. Readers see a list whole: the old one until the new one is written.
class ContactStore : public QObject
{
    Q_OBJECT

public:
    //! `worker` outlives the store. Nothing is touched before open().
    ContactStore(Worker* worker, ContactStoreOptions options, Clock clock = {},
                 QObject* parent = nullptr);
    ~ContactStore() override;

    void open(QObject* context, Callback<void> done);

    //! Replaces a profile's friends. A later replacement overtakes one that still runs.
    void replaceFriends(const QString& profile, const QList<Friend>& friends, QObject* context,
                        Callback<void> done);
    void replaceGroups(const QString& profile, const QList<Group>& groups, QObject* context,
                       Callback<void> done);
    void replaceMembers(const QString& profile, const QString& groupId,
                        const QList<GroupMember>& members, QObject* context, Callback<void> done);

    //! BadRequest for a cursor that is none of ours, here and below.
    void friends(const QString& profile, const ContactQuery& query, QObject* context,
                 Callback<ContactPage<Friend>> done);
    void groups(const QString& profile, const ContactQuery& query, QObject* context,
                Callback<ContactPage<Group>> done);
    //! Roles come from the group's row. ThreadUnknown without such a group; `refreshedAtMs` is 0
    //! where its members were never fetched.
    void members(const QString& profile, const QString& groupId, const ContactQuery& query,
                 QObject* context, Callback<ContactPage<MemberWithRole>> done);

    //! Friends and groups, whole, for the browser.
    void contacts(const QString& profile, QObject* context, Callback<ContactList> done);
    //! Of those threads that are friends or groups.
    void faces(const QString& profile, const QList<ThreadRef>& threads, QObject* context,
               Callback<QHash<ThreadRef, ContactFace>> done);

    void findGroup(const QString& profile, const QString& groupId, QObject* context,
                   Callback<std::optional<Group>> done);
    void knowledgeOf(const QString& profile, const ThreadRef& thread, const QString& senderId,
                     QObject* context, Callback<SenderKnowledge> done);
    void counts(const QString& profile, QObject* context, Callback<ContactCounts> done);

    //! Forgets a profile, after a logout; answered when nothing of it is left.
    void erase(const QString& profile, QObject* context, Callback<void> done);

signals:
    void changed(const QString& profile);

private:
    struct Replacement;
    struct Browsing;

    void repeat(std::function<Result<bool>()> step, Callback<void> done);
    template <typename T>
    void replace(const ContactListKey& key, const QList<T>& values, Callback<void> done);
    void writeNext(const std::shared_ptr<Replacement>& replacement);
    void publish(const std::shared_ptr<Replacement>& replacement);
    template <typename T>
    void page(std::function<Result<std::optional<ContactPage<T>>>()> job,
              Callback<ContactPage<T>> done);

    Worker* m_worker;
    ContactStoreOptions m_options;
    Clock m_clock;
    std::shared_ptr<ContactDirectory> m_directory; //!< used on the worker only
};

} // namespace zalo
