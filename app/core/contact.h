// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

namespace zalo {

//! The account that is logged in (`zca me info`).
struct Account
{
    QString userId;
    QString displayName;
    QString zaloName;
    QString avatar; //!< https URL; may be empty
    QString phoneNumber; //!< as Zalo gives it: "+84…"

    friend bool operator==(const Account&, const Account&) = default;
};

//! One friend (`zca friend list`, `friend find`).
struct Friend
{
    QString userId;
    QString displayName; //!< the alias given by the account's owner, else the friend's own name
    QString zaloName; //!< the name the friend chose
    QString username;
    QString phoneNumber; //!< usually empty (ZCA.md 5)
    QString avatar; //!< https URL; may be empty
    bool isBlocked = false;

    friend bool operator==(const Friend&, const Friend&) = default;
};

//! One group (`zca group list`).
struct Group
{
    QString groupId;
    QString name;
    int memberCount = 0;
    QString creatorId; //!< empty where the dialect does not tell
    QStringList adminIds;
    QString avatar; //!< https URL; may be empty
    QStringList memberIds; //!< may be empty or shorter than memberCount

    friend bool operator==(const Group&, const Group&) = default;
};

//! One member of a group (`zca group members`). The role is not in that list: compare with
//! Group::creatorId and Group::adminIds.
struct GroupMember
{
    QString userId;
    QString displayName;
    QString zaloName;
    QString avatar; //!< https URL; may be empty

    friend bool operator==(const GroupMember&, const GroupMember&) = default;
};

} // namespace zalo
