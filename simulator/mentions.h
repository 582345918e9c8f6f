// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts.h"

#include <QString>

namespace zalo::sim {

//! A member that a text to a group means; UTF-16 units.
struct Mention
{
    qsizetype position = 0;
    qsizetype length = 0; //!< with the @
    QByteArray userId;
};

//! What zca makes of the `@` in a text to a group.
struct Mentions
{
    QList<Mention> found;
    QString ambiguous; //!< "@Name" that two members share: nothing is sent
};

//! True for a text whose `@` makes zca ask for the group's members.
[[nodiscard]] bool mayMention(const QString& text);

//! The members by their ids, names and aliases, whatever the case; the longest name counts.
[[nodiscard]] Mentions mentionsIn(const QString& text, const std::vector<Person>& members);

} // namespace zalo::sim
