// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/qrcode.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

#include <qrcodegen.hpp>

using namespace zalo;

namespace {

QImage drawn(const QByteArray& payload, int scale, int border)
{
    const auto qr =
        qrcodegen::QrCode::encodeText(payload.constData(), qrcodegen::QrCode::Ecc::MEDIUM);
    const int side = (qr.getSize() + 2 * border) * scale;
    QImage image(side, side, QImage::Format_RGB32);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const bool dark = qr.getModule(x / scale - border, y / scale - border);
            image.setPixel(x, y, dark ? 0xff000000 : 0xffffffff);
        }
    }
    return image;
}

QByteArray png(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

const QByteArray payload =
    "https://id.zalo.me/account/authen/qr?code=4fK9_x-Zq.7~aB0123456789abcdef";

} // namespace

class TestQrCode : public QObject
{
    Q_OBJECT

private slots:
    void thePayloadIsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QImage>("image");
        QTest::newRow("usual") << payload << drawn(payload, 6, 4);
        QTest::newRow("small") << payload << drawn(payload, 2, 4);
        QTest::newRow("narrow border") << payload << drawn(payload, 4, 1);
        QTest::newRow("one bit a pixel")
            << payload << drawn(payload, 4, 4).convertToFormat(QImage::Format_Mono);
        QTest::newRow("with an alpha channel")
            << payload << drawn(payload, 4, 4).convertToFormat(QImage::Format_RGBA8888);
        const QByteArray vietnamese = "Đăng nhập 🌸";
        QTest::newRow("UTF-8") << vietnamese << drawn(vietnamese, 4, 4);
    }

    void thePayloadIsRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(QImage, image);
        const Result<QString> decoded = decodeQr(png(image));
        QVERIFY(decoded.has_value());
        QCOMPARE(*decoded, QString::fromUtf8(text));
    }

    void whatCannotBeReadIsAnError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray whole = png(drawn(payload, 6, 4));
        QImage white(300, 300, QImage::Format_RGB32);
        white.fill(Qt::white);
        QImage covered = drawn(payload, 6, 4);
        for (int y = 0; y < covered.height() / 2; ++y) {
            for (int x = 0; x < covered.width(); ++x) {
                covered.setPixel(x, y, 0xffffffff);
            }
        }
        QImage huge(1025, 10, QImage::Format_Mono);
        huge.fill(0);
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no picture") << QByteArray("not a PNG");
        QTest::newRow("header only") << whole.first(60);
        QTest::newRow("damaged header") << QByteArray(whole).replace(12, 4, "XXXX");
        QTest::newRow("no code") << png(white);
        QTest::newRow("half of the code") << png(covered);
        QTest::newRow("too large") << png(huge);
    }

    void whatCannotBeReadIsAnError()
    {
        QFETCH(QByteArray, bytes);
        const Result<QString> decoded = decodeQr(bytes);
        QVERIFY(!decoded.has_value());
        QCOMPARE(decoded.error().kind, ErrorKind::BadRequest);
    }
};

QTEST_GUILESS_MAIN(TestQrCode)
#include "tst_qrcode.moc"
