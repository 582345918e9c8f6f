// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/contact.h"
#include "core/error.h"

#include <QByteArray>
#include <QList>

//! Pure functions on a command's stdout; big lists are parsed on a worker. Entries without an id
//! are left out. Both dialects (ZCA.md 5 and 9).
namespace zalo {

[[nodiscard]] Result<Account> parseAccount(const QByteArray& out); //!< me info
[[nodiscard]] Result<QList<Friend>> parseFriends(const QByteArray& out); //!< friend list and find
[[nodiscard]] Result<QList<Group>> parseGroups(const QByteArray& out); //!< group list
[[nodiscard]] Result<QList<GroupMember>>
parseGroupMembers(const QByteArray& out); //!< group members

} // namespace zalo
