// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"

namespace zalo {

//! One thread of an account, as the list of conversations shows it.
struct Conversation
{
    LaneKey lane;
    int waiting = 0; //!< messages to be delivered or sent
    int open = 0; //!< messages of which a person has to decide: too old, refused, uncertain
    qint64 lastMs = 0; //!< when the last message came or went; 0: none is kept
    std::optional<ActivityItem> last; //!< nothing where none is kept
    std::optional<ThreadPause> pause; //!< of the bot
    QString name; //!< of the person or group; empty where nobody knows it
    QString avatar; //!< the address of its picture; empty where none is known

    friend bool operator==(const Conversation&, const Conversation&) = default;
};

struct ConversationQuery
{
    QString profile = {}; //!< empty: all
    bool onlyPaused = false; //!< those in which the bot is paused, also where no message is kept
    int limit = 100; //!< 1 to 500
    QString cursor = {}; //!< ConversationList::nextCursor, or empty for the newest
};

struct ConversationList
{
    QList<Conversation> items; //!< the one with the newest message first
    QString nextCursor; //!< empty at the end
};

//! Whether `left` stands before `right` in a list of conversations.
[[nodiscard]] bool conversationBefore(const Conversation& left, const Conversation& right);

} // namespace zalo
