// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/qrcode.h"
#include "ui/widgets/qrview.h"

#include <QApplication>
#include <QBuffer>
#include <QPalette>
#include <QTest>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString Payload = u"https://qr.zaloapp.com/login?token=0a1b2c3d4e5f60718293a4b5c6d7e8f9"_s;

QByteArray png(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QPalette darkPalette()
{
    return QPalette(QColor(0x22, 0x22, 0x22));
}

} // namespace

//! What a phone's camera sees.
class TestQrView : public QObject
{
    Q_OBJECT

private slots:
    void isReadFromTheScreen_data()
    {
        QTest::addColumn<int>("side");
        QTest::addColumn<bool>("dark");
        for (const int side : { 200, 233, 280, 419 }) {
            QTest::addRow("%d light", side) << side << false;
            QTest::addRow("%d dark", side) << side << true;
        }
    }

    void isReadFromTheScreen()
    {
        QFETCH(int, side);
        QFETCH(bool, dark);
        QWidget window;
        if (dark) {
            window.setPalette(darkPalette());
        }
        QrView view(&window);
        view.setCode(Payload, {});
        view.setGeometry(7, 5, side, side);
        window.resize(side + 20, side + 20);
        const QImage seen = view.grab().toImage();
        const Result<QString> read = decodeQr(png(seen));
        QVERIFY2(read, "no code was found");
        QCOMPARE(*read, Payload);
    }

    //! No grey edges, every module as wide as the next, and a quiet zone of four around them.
    void isSharp()
    {
        QrView view;
        view.setCode(Payload, {});
        view.resize(286, 286);
        const QImage seen = view.grab().toImage();
        QCOMPARE(seen.width(), qRound(286 * view.devicePixelRatioF()));
        int left = seen.width();
        for (int y = 0; y < seen.height(); ++y) {
            for (int x = 0; x < seen.width(); ++x) {
                const QRgb pixel = seen.pixel(x, y) | 0xff000000;
                QVERIFY2(pixel == qRgb(0, 0, 0) || pixel == qRgb(255, 255, 255),
                         qPrintable(u"%1, %2 is grey"_s.arg(x).arg(y)));
                if (pixel == qRgb(0, 0, 0)) {
                    left = std::min(left, x);
                }
            }
        }
        // The finder pattern's upper edge is seven modules long.
        int top = 0;
        while ((seen.pixel(left, top) | 0xff000000) != qRgb(0, 0, 0)) {
            ++top;
        }
        int run = 0;
        while ((seen.pixel(left + run, top) | 0xff000000) == qRgb(0, 0, 0)) {
            ++run;
        }
        QCOMPARE(run % 7, 0);
        const int module = run / 7;
        QVERIFY2(left >= 4 * module && top >= 4 * module, "the quiet zone is too narrow");
    }

    void savedImageIsRead()
    {
        QrView view;
        view.setCode(Payload, {});
        QVERIFY(view.image().width() > 800);
        const Result<QString> read = decodeQr(png(view.image()));
        QVERIFY(read);
        QCOMPARE(*read, Payload);
    }

    void pictureWhereThePayloadIsUnknown()
    {
        QrView source;
        source.setCode(Payload, {});
        QrView view;
        view.setCode({}, png(source.image()));
        view.resize(300, 300);
        const Result<QString> read = decodeQr(png(view.grab().toImage()));
        QVERIFY(read);
        QCOMPARE(*read, Payload);
        view.setCode(QString(3000, u'x'), png(source.image()));
        QVERIFY(!view.isEmpty());
        view.clear();
        QVERIFY(view.isEmpty());
        view.setCode({}, "not a picture");
        QVERIFY(view.isEmpty());
    }
};

QTEST_MAIN(TestQrView)
#include "tst_qrview.moc"
