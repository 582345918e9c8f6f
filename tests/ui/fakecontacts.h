// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/contactservice.h"
#include "fakecalls.h"

#include <QHash>

namespace zalo::test {

//! Answers at once with the lists that a test put in.
class FakeContacts : public ContactService
{
public:
    explicit FakeContacts(FakeCalls& calls)
        : m_calls(calls)
    { }

    QList<Friend> friendList;
    QList<Group> groupList;
    QHash<QString, QList<MemberWithRole>> memberLists; //!< by group

    void friends(const QString&, const ContactQuery& query, QObject*,
                 Callback<ContactPage<Friend>> done) override
    {
        m_calls.asked << u"friends " + query.query;
        answerPage(friendList, query, done);
    }
    void groups(const QString&, const ContactQuery& query, QObject*,
                Callback<ContactPage<Group>> done) override
    {
        m_calls.asked << u"groups " + query.query;
        answerPage(groupList, query, done);
    }
    void members(const QString&, const QString& groupId, const ContactQuery& query, QObject*,
                 Callback<ContactPage<MemberWithRole>> done) override
    {
        m_calls.asked << u"members " + groupId;
        answerPage(memberLists.value(groupId), query, done);
    }
    void contacts(const QString& profile, QObject*, Callback<ContactList> done) override
    {
        m_calls.asked << u"contacts " + profile;
        if (m_calls.fails) {
            done(tl::unexpected(*m_calls.fails));
            return;
        }
        QList<std::shared_ptr<ListedContact>> rows;
        const auto add = [&rows](const ContactEntry& entry, bool isGroup) {
            rows << std::make_shared<ListedContact>(
                ListedContact { entry, isGroup, false, searchKey(entry) });
        };
        for (const Friend& person : friendList) {
            add(entryOf(person), false);
        }
        for (const Group& group : groupList) {
            add(entryOf(group), true);
        }
        done(ContactList(rows, 1));
    }
    void refreshContacts(const QString& profile, QObject*, Callback<ContactCounts> done) override
    {
        m_calls.asked << u"refreshContacts " + profile;
        if (m_calls.fails) {
            done(tl::unexpected(*m_calls.fails));
        } else {
            done(ContactCounts { int(friendList.size()), int(groupList.size()) });
        }
    }
    void avatar(const QString& address, QObject*, Callback<QImage> done) override
    {
        m_calls.asked << u"avatar " + address;
        done(failure(ErrorKind::FileUnreadable));
    }

private:
    template <typename T>
    void answerPage(const QList<T>& items, const ContactQuery& query,
                    const Callback<ContactPage<T>>& done) const
    {
        if (m_calls.fails) {
            done(tl::unexpected(*m_calls.fails));
            return;
        }
        const int from = query.cursor.toInt();
        ContactPage<T> page;
        page.items = items.mid(from, query.limit);
        page.total = int(items.size());
        page.refreshedAtMs = 1;
        if (from + page.items.size() < items.size()) {
            page.nextCursor = QString::number(from + page.items.size());
        }
        done(page);
    }

    FakeCalls& m_calls;
};

} // namespace zalo::test
