// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts.h"
#include "inboundmedia.h"

#include <QJsonObject>

namespace zalo::sim {

//! What an inbound message is printed for.
struct InboundContext
{
    const Contacts& contacts;
    bool raw = true; //!< JSON, as with -r
    bool zcaCli = false;
};

//! The files of a message, as far as they came.
struct InboundFiles
{
    QList<CachedFile> files;
    QList<CachedFile> quotedFiles;
};

//! The line of a listener (ZCA.md 7) for a complete message (completeMessage()), with the line end.
[[nodiscard]] QByteArray inboundLine(const InboundContext& context, const QJsonObject& message,
                                     const MediaPlan& plan, const InboundFiles& files);

} // namespace zalo::sim
