// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/contact.h"

#include <QList>

namespace zalo {

//! Which part of a list is wanted. `query` matches without accents and case on name, alias, phone
//! or id: exact before prefix before contained.
struct ContactQuery
{
    QString query; //!< empty: all, by name
    int limit = 100; //!< 1 to 500
    QString cursor; //!< ContactPage::nextCursor, or empty for the first page
};

template <typename T> struct ContactPage
{
    QList<T> items;
    int total = 0; //!< of the whole result
    QString nextCursor; //!< empty at the end
    qint64 refreshedAtMs = 0; //!< when Zalo was last asked; 0: never
};

enum class MemberRole
{
    Creator,
    Admin,
    Member
};

//! `creator`, `admin` or `member` (PROTOCOL.md).
[[nodiscard]] QString roleName(MemberRole role);

struct MemberWithRole
{
    GroupMember member;
    MemberRole role = MemberRole::Member;
};

//! What is stored of the thread and the sender of a message.
struct SenderKnowledge
{
    bool isThreadKnown = false; //!< a friend, or a group
    bool areMembersStored = false; //!< of the group
    bool isMember = false; //!< the sender is one of them
};

//! How a friend or group is called and looks.
struct ContactFace
{
    QString name;
    QString avatar; //!< the picture's address; may be empty

    friend bool operator==(const ContactFace&, const ContactFace&) = default;
};

struct ContactCounts
{
    int friends = 0;
    int groups = 0;

    friend bool operator==(const ContactCounts&, const ContactCounts&) = default;
};

} // namespace zalo
