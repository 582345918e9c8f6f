// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts/contactrows.h"
#include "core/clock.h"
#include "core/reply.h"
#include "core/worker.h"
#include "storage/database.h"

#include <QObject>

#include <memory>
#include <optional>

namespace zalo {

struct ContactStoreOptions
{
    QString path; //!< contacts.sqlite in the private data folder
    std::chrono::milliseconds busyTimeout { 2000 };
    int rowsPerJob = 400; //!< how much one job writes or reads: the worker is the relay's too
};

class ContactDirectory;

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

    void open(QObject* context, Reply<void> done);

    //! Replaces a profile's friends. A later replacement overtakes one that still runs.
    void replaceFriends(const QString& profile, const QList<Friend>& friends, QObject* context,
                        Reply<void> done);
    void replaceGroups(const QString& profile, const QList<Group>& groups, QObject* context,
                       Reply<void> done);
    void replaceMembers(const QString& profile, const QString& groupId,
                        const QList<GroupMember>& members, QObject* context, Reply<void> done);

    void friends(const QString& profile, const ContactQuery& query, QObject* context,
                 Reply<ContactPage<Friend>> done);
    void groups(const QString& profile, const ContactQuery& query, QObject* context,
                Reply<ContactPage<Group>> done);
    //! Roles come from the group's row. ThreadUnknown without such a group; `refreshedAtMs` is 0
    //! where its members were never fetched.
    void members(const QString& profile, const QString& groupId, const ContactQuery& query,
                 QObject* context, Reply<ContactPage<MemberWithRole>> done);

    void findFriend(const QString& profile, const QString& userId, QObject* context,
                    Reply<std::optional<Friend>> done);
    void findGroup(const QString& profile, const QString& groupId, QObject* context,
                   Reply<std::optional<Group>> done);
    void counts(const QString& profile, QObject* context, Reply<ContactCounts> done);

    //! Forgets a profile, after a logout.
    void erase(const QString& profile, QObject* context, Reply<void> done);

signals:
    void changed(const QString& profile);

private:
    Worker* m_worker;
    ContactStoreOptions m_options;
    Clock m_clock;
    std::shared_ptr<ContactDirectory> m_directory; //!< used on the worker only
};

} // namespace zalo
