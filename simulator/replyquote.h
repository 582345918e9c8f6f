// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "context.h"

#include <QJsonObject>

namespace zalo::sim {

//! What `msg send` quotes.
struct ReplyQuote
{
    QJsonObject fields; //!< msgId, cliMsgId, ownerId, msg and ts; empty without one
    QString error; //!< why there is none
};

//! Reads `--reply-id` and `--reply-message` as the real program does. Of the former it knows the
//! refusals only: nothing of the simulator is in a local database that it could be found in.
[[nodiscard]] ReplyQuote replyQuote(const Context& context, const QString& threadId);

} // namespace zalo::sim
