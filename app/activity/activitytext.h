// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/cure.h"
#include "messagestore/relayrows.h"

namespace zalo {

//! What a line of the activity is about, for its shape and colour.
enum class ActivityMark
{
    Waiting, //!< to be delivered or sent
    Received, //!< with the Gateway
    Answered, //!< the Gateway has worked on it
    Dropped, //!< on purpose: by the Gateway, or by a person
    Sent,
    Failed,
    Uncertain,
    Gap
};

[[nodiscard]] ActivityMark activityMark(const ActivityItem& item);

//! The state in people's words.
[[nodiscard]] QString activityStateText(const ActivityItem& item);

//! Why it is so, and what to do; empty where there is nothing to add.
[[nodiscard]] QString activityReasonText(const ActivityItem& item);

//! That the bot is paused in a chat, until when and why.
[[nodiscard]] QString pauseText(const ThreadPause& pause);

//! Why a message was not sent, and before it which of its parts went out all the same.
[[nodiscard]] QString sendErrorText(const OutboundRow& row, const Error& error,
                                    TextLanguage language = TextLanguage::People);

//! Whether what people wrote is shown, or only that there is a message.
enum class TextDisplay
{
    Shown,
    Hidden
};

//! The message in one line, or what kind of message it is; for a gap what that means.
[[nodiscard]] QString activitySummary(const ActivityItem& item,
                                      TextDisplay display = TextDisplay::Shown);

//! The same, in a group with who wrote it before it.
[[nodiscard]] QString activityLine(const ActivityItem& item,
                                   TextDisplay display = TextDisplay::Shown);

//! The name of the other side, else its id.
[[nodiscard]] QString activityThreadName(const ActivityItem& item);

//! Why the connection was not verified, as a sentence without its point.
[[nodiscard]] QString gapCauseText(GapCause cause);

//! What a person can do about a line.
struct ActivityActions
{
    bool sendAgain = false; //!< certainly not sent, or uncertain: then it is to be confirmed
    bool confirmArrived = false; //!< an uncertain one was seen in Zalo
    bool deliverAnyway = false;
    bool deliverExpired = false; //!< all that are too old
    bool handAgain = false; //!< the Gateway dropped it, or failed at it
    bool dismiss = false; //!< a failed one needs nobody any more
    bool discard = false;
    bool pauseThread = false;
    std::optional<Cure> cure; //!< what lets the bot answer it, once it is handed over again
};

[[nodiscard]] ActivityActions activityActions(const ActivityItem& item);

//! Whether the Gateway dropped it because its sender waits to be approved.
[[nodiscard]] bool lacksApproval(const ActivityItem& item);

} // namespace zalo
