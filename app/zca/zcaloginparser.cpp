// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcaloginparser.h"

#include "core/singleline.h"
#include "zca/zcajson.h"

#include <QRegularExpression>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr quint32 MaxQrEdge = 1024; // zca's has a few hundred pixels

} // namespace

LoginLine parseLoginLine(const QByteArray& line)
{
    const QString text = QString::fromUtf8(withoutAnsi(line)).trimmed();
    static const QRegularExpression loggedIn(u"^Logged in profile \\S+ as (.*) \\((\\d+)\\)$"_s);
    if (text.startsWith(QLatin1String("QR code saved to:"))) {
        return LoginLineQrSaved {};
    }
    if (const QLatin1String start("Scanned by:"); text.startsWith(start)) {
        return LoginLineScanned { foreignName(text.sliced(start.size())) };
    }
    if (const auto match = loggedIn.match(text); match.hasMatch()) {
        return LoginLineLoggedIn { foreignName(match.captured(1)), match.captured(2) };
    }
    if (text.startsWith(QLatin1String("QR login declined"))) {
        return LoginLineDeclined {};
    }
    if (text.startsWith(QLatin1String("QR expired"))) {
        return LoginLineExpired {};
    }
    return {};
}

QByteArray parseQrDataUrl(const QByteArray& out)
{
    static const QRegularExpression dataUrl(u"data:image/png;base64,([A-Za-z0-9+/]+=*)"_s);
    const auto match = dataUrl.match(QString::fromLatin1(withoutAnsi(out)));
    const QByteArray png = QByteArray::fromBase64(match.captured(1).toLatin1());
    return isQrPicture(png) ? png : QByteArray();
}

bool isQrPicture(const QByteArray& png)
{
    // The first chunk says how large it is, before any of it is unpacked (PNG, 11.2.2).
    constexpr QByteArrayView Start("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    constexpr QByteArrayView End("IEND\xae\x42\x60\x82", 8);
    if (png.size() < Start.size() + 8 || png.size() > MaxQrBytes || !png.startsWith(Start)
        || !png.endsWith(End)) {
        return false;
    }
    const auto width = qFromBigEndian<quint32>(png.constData() + Start.size());
    const auto height = qFromBigEndian<quint32>(png.constData() + Start.size() + 4);
    return width > 0 && height > 0 && width <= MaxQrEdge && height <= MaxQrEdge;
}

} // namespace zalo
