// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo {

//! What can be done with messages besides sending them, where the installed zca knows how.
enum class MessageAction
{
    Reply, //!< quote the message that a text answers
    Sticker, //!< send one of Zalo's stickers
    React, //!< with one of Zalo's reactions, to what somebody wrote
    Unsend, //!< take a message of the account back, in a group
    Edit //!< take it back and send another text
};

//! Its name on the bridge (`zca.can` of the snapshot).
[[nodiscard]] QString messageActionName(MessageAction action);

} // namespace zalo
