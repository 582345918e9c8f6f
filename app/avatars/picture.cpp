// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "avatars/picture.h"

#include <QBuffer>
#include <QImageReader>
#include <QtEndian>

#include <algorithm>

namespace zalo {
namespace {

// Of a picture that is decoded at all: some decoders hold all of it, 16 MiB, before they scale.
constexpr int MaxEdge = 2048;
constexpr qsizetype GifHeaderSize = 10; // to the end of the size of its screen

//! The decoder's name; empty: none.
QByteArray formatOf(const QByteArray& bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n")) {
        return "png";
    }
    if (bytes.startsWith("\xff\xd8\xff")) {
        return "jpeg";
    }
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a")) {
        return "gif";
    }
    return bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP" ? "webp" : QByteArray();
}

//! What reading it would make. Qt tells a GIF's first frame, and reads its screen
//! (https://www.w3.org/Graphics/GIF/spec-gif89a.txt, 18).
QSize sizeOf(const QByteArray& bytes, const QImageReader& reader)
{
    const QSize size = reader.size();
    if (reader.format() != "gif" || bytes.size() < GifHeaderSize) {
        return size;
    }
    const auto edgeAt = [&bytes](qsizetype at) {
        return int(qFromLittleEndian<quint16>(bytes.constData() + at));
    };
    return size.expandedTo({ edgeAt(6), edgeAt(8) });
}

} // namespace

Result<QImage> decodedPicture(const QByteArray& bytes, int edge)
{
    const QByteArray format = formatOf(bytes);
    if (format.isEmpty()) {
        return failure(ErrorKind::FileUnreadable);
    }
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    const QSize size = sizeOf(bytes, reader);
    if (reader.size().isEmpty() || size.width() > MaxEdge || size.height() > MaxEdge) {
        return failure(ErrorKind::FileUnreadable);
    }
    if (size.width() > edge || size.height() > edge) {
        // Its middle, as avatars are shown: the whole of one that is as narrow as a line, made wide
        // enough, would be as long as a street.
        const int side = std::min(size.width(), size.height());
        reader.setClipRect({ (size.width() - side) / 2, (size.height() - side) / 2, side, side });
        reader.setScaledSize({ std::min(side, edge), std::min(side, edge) });
    }
    const QImage image = reader.read();
    return image.isNull() ? Result<QImage>(failure(ErrorKind::FileUnreadable)) : image;
}

} // namespace zalo
