// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/limits.h"
#include "core/styledtext.h"
#include "messagestore/relayrows.h"

#include <chrono>

namespace zalo {

//! One `message.send` or another of its kin (PROTOCOL.md).
struct OutboundRequest
{
    QString owner; //!< the Gateway's id, or `local`
    QString key; //!< idempotency key
    QString profile;
    QString account; //!< whose message it is, Zalo's user id; empty: whoever is logged in
    ThreadRef thread;
    OutboundKind kind = OutboundKind::Text;
    //! The text; of a medium or link the caption, of Unsend what stands in its place, both may be
    //! empty; a sticker's number; a reaction's emoji, empty where it is taken back.
    QString text;
    StyleSpans styles; //!< of the text
    QString path;
    QString url;
    QString target; //!< Zalo's id of the message that it answers or is about; may be empty
    std::chrono::milliseconds deadline { 30'000 }; //!< from now; not started by then: never sent
};

//! The row of a request that comes at `nowMs`, without its parts.
[[nodiscard]] OutboundRow rowOf(const OutboundRequest& request, qint64 nowMs);

//! The texts of its parts, each within the limits; `captionGoesAlong`: with its medium, in one
//! message.
[[nodiscard]] QList<StyledText> partTexts(const OutboundRequest& request, const Limits& limits,
                                          bool captionGoesAlong);

//! What of a message is not known to have gone, to be sent anew under another owner and key.
[[nodiscard]] OutboundRequest unsentOf(const OutboundRow& row);

} // namespace zalo
