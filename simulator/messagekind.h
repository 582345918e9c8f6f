// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "value.h"

#include <QJsonObject>

#include <optional>

namespace zalo::sim {

//! One file of a message, on a server.
struct Attachment
{
    QByteArray extension; //!< "png"
    QByteArray type; //!< "image/png"
    QByteArray url;
};

//! What a message is, beyond who wrote it.
struct MessageKind
{
    QByteArray msgType; //!< "chat.photo", "webchat" for a text
    QByteArray mediaKind; //!< as a listener names it: image, video, audio, file; empty for none
    QList<Attachment> attachments; //!< what zca downloads
};

//! The kind of a message as `ctl write` takes it, by its `kind`, `msgId` and `url`: text, photo,
//! gif, video, voice, file, link, sticker, location, contact or todo. Nothing for any other.
[[nodiscard]] std::optional<MessageKind> kindOf(const QJsonObject& message);

//! The content of such a message as Zalo keeps it: a text itself, else JSON (TAttachmentContent of
//! zca-js).
[[nodiscard]] QByteArray storedContent(const QJsonObject& message);

//! The words with an attachment, as a listener finds them: the given ones, else what Zalo has for
//! the kind.
[[nodiscard]] QByteArray captionOf(const QJsonObject& message);

} // namespace zalo::sim
