// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo {

//! Says that the bot is paused in so many chats (at least one),
//! and when the first of these pauses ends by itself; 0: none does.
[[nodiscard]] QString pausesText(int chats, qint64 firstEndMs);

} // namespace zalo
