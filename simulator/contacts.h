// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "sessions.h"
#include "settings.h"
#include "value.h"

namespace zalo::sim {

//! Somebody on Zalo.
struct Person
{
    QByteArray id;
    QByteArray displayName; //!< the alias, where there is one
    QByteArray zaloName;
    QByteArray avatar;
    QByteArray phone; //!< as the friend list shows it: mostly empty
    QByteArray username;
    int gender = 0;
    bool active = false;
    bool closed = false; //!< accountStatus 1
};

//! A group, and the places of its members among the friends.
struct Group
{
    QByteArray id;
    QByteArray name;
    int total = 0; //!< with the account itself
    int firstFriend = 0;
};

//! The friends and groups of an account: always the same for the same account, `seed`, `friends`
//! and `groups`. The first ones of Nguyễn Minh Anh are those of the recorded output.
class Contacts
{
public:
    Contacts(const Account& account, Settings& settings);

    [[nodiscard]] int friendCount() const { return m_friendCount; }
    [[nodiscard]] int groupCount() const { return m_groupCount; }

    [[nodiscard]] Person self() const;
    [[nodiscard]] Person friendAt(int index) const;
    [[nodiscard]] Group groupAt(int index) const;
    //! The account itself first.
    [[nodiscard]] std::vector<Person> members(const Group& group) const;

    //! The place of a friend or group by its id, else -1.
    [[nodiscard]] int friendIndex(const QByteArray& id) const;
    [[nodiscard]] int groupIndex(const QByteArray& id) const;

    //! The number that finds a friend, "84…"; the friend list shows few of them.
    [[nodiscard]] QByteArray phoneOf(int index) const;

private:
    [[nodiscard]] quint64 hash(int kind, int index) const;
    [[nodiscard]] QByteArray friendId(int index) const;
    [[nodiscard]] QByteArray groupId(int index) const;

    Account m_account;
    quint64 m_seed;
    int m_friendCount;
    int m_groupCount;
    QList<QByteArrayList> m_knownFriends;
    QList<QByteArrayList> m_knownGroups;
};

} // namespace zalo::sim
