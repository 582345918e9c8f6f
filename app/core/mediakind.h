// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo {

//! What came with a message from Zalo.
enum class MediaKind
{
    Image,
    Video,
    Audio,
    File
};

//! image, video, audio or file: on the bridge, in the database and in zca's output.
[[nodiscard]] QString mediaKindName(MediaKind kind);
//! The kind of a name; File for one that this version does not know.
[[nodiscard]] MediaKind mediaKindOfName(QStringView name);

} // namespace zalo
