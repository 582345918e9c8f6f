// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts/contactrows.h"
#include "contacts/contactsource.h"
#include "core/callback.h"

#include <QHash>
#include <QObject>

namespace zalo {

class ContactStore;

//! Asks Zalo for friends and groups and writes them to the store: one refresh of a profile at a
//! time; a second request joins the first and gets its answer.
class ContactRefresher : public QObject
{
    Q_OBJECT

public:
    //! `source` and `store` outlive the refresher.
    ContactRefresher(ContactSource* source, ContactStore* store, QObject* parent = nullptr);
    ~ContactRefresher() override;

    //! Friends, then groups. On an error what was written before it stays.
    void refresh(const QString& profile, QObject* context, Callback<ContactCounts> done);

    //! Another account is logged in in the profile: what is being fetched is of nobody's interest,
    //! and a refresh under way starts over.
    void startOver(const QString& profile);

    //! The members of one group; gives how many.
    void refreshMembers(const QString& profile, const QString& groupId, QObject* context,
                        Callback<int> done);

signals:
    void refreshed(const QString& profile, const zalo::ContactCounts& counts);
    void failed(const QString& profile, const zalo::Error& error);

private:
    using MembersKey = QPair<QString, QString>; //!< profile, group

    void fetchFriends(const QString& profile);
    void fetchGroups(const QString& profile, int friends);
    //! False for what was asked before the last startOver().
    [[nodiscard]] bool isCurrent(const QString& profile, int round) const
    {
        return m_rounds.value(profile) == round;
    }
    void finish(const QString& profile, const Result<ContactCounts>& result);
    void finishMembers(const MembersKey& key, const Result<int>& result);

    ContactSource* m_source;
    ContactStore* m_store;
    QHash<QString, QList<Callback<ContactCounts>>> m_waiting; //!< by profile
    QHash<MembersKey, QList<Callback<int>>> m_waitingForMembers;
    QHash<QString, int> m_rounds; //!< by profile; grows with startOver()
};

} // namespace zalo
