// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/contactrefresher.h"

#include "contacts/contactstore.h"

#include <QPointer>

namespace zalo {

ContactRefresher::ContactRefresher(ContactSource* source, ContactStore* store, QObject* parent)
    : QObject(parent),
      m_source(source),
      m_store(store)
{ }

ContactRefresher::~ContactRefresher() = default;

void ContactRefresher::refresh(const QString& profile, QObject* context,
                               Callback<ContactCounts> done)
{
    const bool joins = m_waiting.contains(profile);
    m_waiting[profile].append(boundTo<ContactCounts>(context, std::move(done)));
    if (!joins) {
        fetchFriends(profile);
    }
}

void ContactRefresher::startOver(const QString& profile)
{
    ++m_rounds[profile];
    if (m_waiting.contains(profile)) {
        fetchFriends(profile);
    }
}

void ContactRefresher::fetchFriends(const QString& profile)
{
    const int round = m_rounds.value(profile);
    m_source->fetchFriends(
        profile, this, [this, profile, round](const Result<QList<Friend>>& friends) {
            if (!isCurrent(profile, round)) {
                return;
            }
            if (!friends) {
                finish(profile, tl::unexpected(friends.error()));
                return;
            }
            m_store->replaceFriends(
                profile, *friends, this,
                [this, profile, round, count = int(friends->size())](const Result<void>& stored) {
                    if (!isCurrent(profile, round)) {
                        return;
                    }
                    if (stored) {
                        fetchGroups(profile, count);
                    } else {
                        finish(profile, tl::unexpected(stored.error()));
                    }
                });
        });
}

void ContactRefresher::fetchGroups(const QString& profile, int friends)
{
    const int round = m_rounds.value(profile);
    m_source->fetchGroups(
        profile, this, [this, profile, round, friends](const Result<QList<Group>>& groups) {
            if (!isCurrent(profile, round)) {
                return;
            }
            if (!groups) {
                finish(profile, tl::unexpected(groups.error()));
                return;
            }
            const ContactCounts counts { friends, int(groups->size()) };
            m_store->replaceGroups(profile, *groups, this,
                                   [this, profile, round, counts](const Result<void>& stored) {
                                       if (isCurrent(profile, round)) {
                                           finish(profile, stored.map([&] { return counts; }));
                                       }
                                   });
        });
}

void ContactRefresher::finish(const QString& profile, const Result<ContactCounts>& result)
{
    const auto waiting = m_waiting.take(profile);
    const QPointer<ContactRefresher> alive(this);
    for (const auto& reply : waiting) {
        reply(result);
    }
    if (!alive) {
        return;
    }
    if (result) {
        emit refreshed(profile, *result);
    } else {
        emit failed(profile, result.error());
    }
}

void ContactRefresher::refreshMembers(const QString& profile, const QString& groupId,
                                      QObject* context, Callback<int> done)
{
    const MembersKey key { profile, groupId };
    const bool joins = m_waitingForMembers.contains(key);
    m_waitingForMembers[key].append(boundTo<int>(context, std::move(done)));
    if (joins) {
        return;
    }
    m_source->fetchMembers(
        profile, groupId, this,
        [this, key, round = m_rounds.value(profile)](const Result<QList<GroupMember>>& members) {
            if (!isCurrent(key.first, round)) {
                finishMembers(key, failure(ErrorKind::Cancelled));
                return;
            }
            if (!members) {
                finishMembers(key, tl::unexpected(members.error()));
                return;
            }
            m_store->replaceMembers(
                key.first, key.second, *members, this,
                [this, key, count = int(members->size())](const Result<void>& stored) {
                    finishMembers(key, stored.map([&] { return count; }));
                });
        });
}

void ContactRefresher::finishMembers(const MembersKey& key, const Result<int>& result)
{
    const auto waiting = m_waitingForMembers.take(key);
    for (const auto& reply : waiting) {
        reply(result);
    }
}

} // namespace zalo
