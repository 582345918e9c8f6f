// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ids.h"

#include <QString>

namespace zalo {

//! A message that came from Zalo, as far as one that answers it has to name it.
struct QuotedMessage
{
    QString msgId;
    QString cliMsgId; //!< the sender's own id of it
    QString senderId;
    QString msgType; //!< empty where the dialect does not tell
    QString text;
    qint64 timestampMs = 0;
};

//! What `msg send --reply-message` takes (ZCA.md 6); empty where zca can quote no such message.
[[nodiscard]] QString quotedMessage(const ThreadRef& thread, const QuotedMessage& message);

} // namespace zalo
