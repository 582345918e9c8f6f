// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "markup.h"
#include "mentions.h"

#include <QStringList>

namespace zalo::sim {

//! A text as zca is about to send it.
struct OutgoingText
{
    QString text;
    QString threadId;
    bool isGroup = false;
    QList<Mention> mentions;
    QList<Style> styles;
};

//! The parts that it is sent in (ZCA.md 10): of at most 2,000 UTF-16 units, and of a request that
//! is estimated at 4,000 or less, as the environment may say otherwise. Cut after a line end, else
//! after a blank, else between two letters, never inside a mention.
[[nodiscard]] QList<OutgoingText> textParts(const OutgoingText& text);

} // namespace zalo::sim
