// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo {

//! What can be changed in the Gateway's configuration so that the bot answers.
enum class Cure
{
    AllowSender, //!< in direct chats or, of a group's message, in groups
    AnswerGroup,
    WithoutMention //!< in one group
};

//! Its name on the bridge (PROTOCOL.md, `policy.plan`).
[[nodiscard]] QString cureName(Cure cure);

} // namespace zalo
