// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inboundmessage.h"

#include <QJsonObject>

namespace zalo {

//! What a message says, and what came with it.
struct ZcaContent
{
    QString text; //!< as its sender wrote it
    QList<Media> media;
};

//! Reads both from a message line. zca puts a note for each attachment above the text, and takes
//! whatever looks like an address for an attachment (ZCA.md 7): media are only those of messages
//! that are pictures, videos, voice notes or files. A text that happens to be JSON is a text, and a
//! link with its preview is a link.
[[nodiscard]] ZcaContent zcaContent(const QJsonObject& message);

} // namespace zalo
