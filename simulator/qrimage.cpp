// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "qrimage.h"

#include <QtEndian>

#include <qrcodegen.hpp>

namespace zalo::sim {

namespace {

constexpr int quietZone = 4;
constexpr int modulePixels = 8;

qrcodegen::QrCode encode(const QByteArray& payload)
{
    return qrcodegen::QrCode::encodeText(payload.constData(), qrcodegen::QrCode::Ecc::MEDIUM);
}

QByteArray bigEndian(quint32 number)
{
    number = qToBigEndian(number);
    return QByteArray(reinterpret_cast<const char*>(&number), sizeof number);
}

quint32 crc(const QByteArray& bytes)
{
    quint32 sum = 0xffffffff;
    for (const char byte : bytes) {
        sum ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit) {
            sum = (sum >> 1) ^ (sum & 1 ? 0xedb88320U : 0U);
        }
    }
    return ~sum;
}

QByteArray chunk(const QByteArray& type, const QByteArray& data)
{
    return bigEndian(quint32(data.size())) + type + data + bigEndian(crc(type + data));
}

} // namespace

QByteArray qrPng(const QByteArray& payload)
{
    const qrcodegen::QrCode code = encode(payload);
    const int modules = code.getSize() + 2 * quietZone;
    const int side = modules * modulePixels;
    QByteArray pixels;
    for (int y = 0; y < side; ++y) {
        pixels += '\0'; // this line is not filtered
        for (int x = 0; x < modules; ++x) {
            // One bit a pixel, so a module is one byte wide.
            static_assert(modulePixels == 8);
            pixels += code.getModule(x - quietZone, y / modulePixels - quietZone) ? '\0' : '\xff';
        }
    }
    const QByteArray format("\1\0\0\0\0", 5); // 1 bit, grey
    return QByteArray("\x89PNG\r\n\x1a\n")
        + chunk("IHDR", bigEndian(quint32(side)) + bigEndian(quint32(side)) + format)
        // qCompress puts a length before the zlib stream.
        + chunk("IDAT", qCompress(pixels).mid(4)) + chunk("IEND", {});
}

QByteArray qrText(const QByteArray& payload)
{
    const qrcodegen::QrCode code = encode(payload);
    QByteArray out;
    for (int y = -2; y < code.getSize() + 2; y += 2) {
        for (int x = -2; x < code.getSize() + 2; ++x) {
            const bool top = code.getModule(x, y);
            const bool bottom = code.getModule(x, y + 1);
            out += top ? (bottom ? " " : "▄") : (bottom ? "▀" : "█");
        }
        out += '\n';
    }
    return out;
}

} // namespace zalo::sim
