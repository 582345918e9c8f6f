// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/limits.h"
#include "core/styledtext.h"
#include "messagestore/relayrows.h"

#include <chrono>

namespace zalo {

//! One `message.send` (PROTOCOL.md).
struct OutboundRequest
{
    QString owner; //!< the Gateway's id, or `local`
    QString key; //!< idempotency key
    QString profile;
    QString account; //!< whose message it is, Zalo's user id; empty: whoever is logged in
    ThreadRef thread;
    OutboundKind kind = OutboundKind::Text;
    QString text; //!< the text, or the caption of a medium or link; may be empty then
    StyleSpans styles; //!< of the text
    QString path;
    QString url;
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
