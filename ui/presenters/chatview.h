// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"
#include "messagestore/conversationrows.h"

namespace zalo {

//! A conversation in which the bot can be paused, in a few words.
struct ChatView
{
    QString profile;
    ThreadRef thread;
    QString name; //!< and where there are several accounts, whose it is
    bool isPaused = false;

    friend bool operator==(const ChatView&, const ChatView&) = default;
};

//! Those of `conversations` whose account is logged in, for a pause is of that one; in their order.
[[nodiscard]] QList<ChatView> presentChats(const QList<Conversation>& conversations,
                                           const Snapshot& snapshot);

} // namespace zalo
