// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/contact.h"

#include <QString>
#include <QStringList>

namespace zalo {

//! A friend, group or member as a row of the cache.
struct ContactEntry
{
    QString id;
    QString name; //!< displayName, or a group's name
    QString zaloName;
    QString username;
    QString phoneNumber;
    QString avatar;
    bool isBlocked = false;
    int memberCount = 0;
    QString creatorId;
    QStringList adminIds;
    QStringList memberIds;

    friend bool operator==(const ContactEntry&, const ContactEntry&) = default;
};

[[nodiscard]] ContactEntry entryOf(const Friend& person);
[[nodiscard]] ContactEntry entryOf(const Group& group);
[[nodiscard]] ContactEntry entryOf(const GroupMember& member);
[[nodiscard]] Friend friendOf(const ContactEntry& entry);
[[nodiscard]] Group groupOf(const ContactEntry& entry);
[[nodiscard]] GroupMember memberOf(const ContactEntry& entry);

//! What the search compares: the folded name first, then alias, user name and phone number where
//! there are any, the id last; one a line. A number of Vietnam stands there with +84 and with 0.
[[nodiscard]] QString searchKey(const ContactEntry& entry);

//! A query as searchKey() writes its lines: folded, a phone number without its spaces and signs.
[[nodiscard]] QString searchNeedle(const QString& query);

} // namespace zalo
