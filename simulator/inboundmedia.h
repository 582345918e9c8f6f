// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "home.h"
#include "value.h"

#include <QJsonObject>

namespace zalo::sim {

//! What a listener says about the attachments of a message.
struct InboundMedia
{
    Value::Object fields; //!< mediaPath … mediaKind, the same on both levels
    QByteArray content; //!< the note, with the caption
    QByteArray msgType;
};

//! The attachments of the kinds photo, gif, video, voice, file and link: small real files in the
//! profile's media folder. Other kinds have none.
[[nodiscard]] InboundMedia makeMedia(const Home& home, const QString& profile, const QString& kind,
                                     const QByteArray& msgId, const QJsonObject& wanted);

} // namespace zalo::sim
