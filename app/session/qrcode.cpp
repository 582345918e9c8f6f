// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/qrcode.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>

#define ZX_USE_UTF8 // text() as UTF-8, the only form that later versions have
#include <ZXing/ReadBarcode.h>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

//! A picture that is larger than any QR of zca (a few hundred pixels) is not decoded.
constexpr int MaxSide = 1024;

} // namespace

Result<QString> decodeQr(const QByteArray& png)
{
    QByteArray bytes = png;
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, "PNG");
    const QSize size = reader.size(); // before anything is unpacked
    const bool isSmall = size.width() <= MaxSide && size.height() <= MaxSide;
    const QImage loaded = isSmall ? reader.read() : QImage();
    if (loaded.isNull()) {
        return failure(ErrorKind::BadRequest, u"the QR picture cannot be read"_s);
    }
    const QImage grey = loaded.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(),
                                ZXing::ImageFormat::Lum, int(grey.bytesPerLine()));
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    const ZXing::Result result = ZXing::ReadBarcode(view, hints);
    if (!result.isValid()) {
        return failure(ErrorKind::BadRequest, u"the picture holds no QR code"_s);
    }
    return QString::fromStdString(result.text());
}

} // namespace zalo
