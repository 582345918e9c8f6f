// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/mediakind.h"

using namespace Qt::StringLiterals;

namespace zalo {

QString mediaKindName(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Image:
        return u"image"_s;
    case MediaKind::Video:
        return u"video"_s;
    case MediaKind::Audio:
        return u"audio"_s;
    case MediaKind::File:
        return u"file"_s;
    }
    Q_UNREACHABLE();
}

MediaKind mediaKindOfName(QStringView name)
{
    for (const MediaKind kind : { MediaKind::Image, MediaKind::Video, MediaKind::Audio }) {
        if (name == mediaKindName(kind)) {
            return kind;
        }
    }
    return MediaKind::File;
}

} // namespace zalo
