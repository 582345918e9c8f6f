// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "activity/activitytext.h"
#include "messagestore/conversationrows.h"

namespace zalo {

//! The name of the other side, else its id.
[[nodiscard]] QString conversationName(const Conversation& conversation);

//! The last message in one line, and who wrote it where that is not plain; empty where there is
//! none.
[[nodiscard]] QString conversationLine(const Conversation& conversation, TextDisplay display);

//! Where it stands: what a person has to decide first, then what waits, else as the last message.
[[nodiscard]] ActivityMark conversationMark(const Conversation& conversation);
//! The same in people's words; of several waiting messages how many.
[[nodiscard]] QString conversationStateText(const Conversation& conversation);

//! That the bot is paused there, in few words; empty where it is not.
[[nodiscard]] QString conversationPauseText(const Conversation& conversation);

} // namespace zalo
