// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/zcaloginparser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;
using zalo::test::recorded;

namespace {

QList<size_t> kinds(const QString& file)
{
    QList<size_t> found;
    for (const QByteArray& line : recorded(file).split('\n')) {
        if (const LoginLine parsed = parseLoginLine(line); parsed.index() > 0) {
            found << parsed.index();
        }
    }
    return found;
}

const QByteArray tinyPng = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=");

} // namespace

class TestZcaLoginParser : public QObject
{
    Q_OBJECT

private slots:
    void stepsOfTheRealProgram()
    {
        // 1: QR saved, 2: scanned, 3: logged in, 4: declined
        QCOMPARE(kinds(u"login-success.out"_s), QList<size_t>({ 1, 2, 3 }));
        QCOMPARE(kinds(u"login-declined.out"_s), QList<size_t>({ 1, 2, 4 }));
    }

    void namesAreWhole()
    {
        const LoginLine scanned = parseLoginLine("Scanned by: Trần Quốc Bảo");
        QCOMPARE(std::get<LoginLineScanned>(scanned).name, u"Trần Quốc Bảo"_s);
        const LoginLine user = parseLoginLine(
            "\x1b[32mLogged in profile work as Bảo (Cty ABC) (487654321098765432)\x1b[0m");
        QCOMPARE(std::get<LoginLineLoggedIn>(user).name, u"Bảo (Cty ABC)"_s);
        QCOMPARE(std::get<LoginLineLoggedIn>(user).userId, u"487654321098765432"_s);
    }

    void namesTurnNoWordsAround()
    {
        const LoginLine scanned = parseLoginLine("Scanned by: \u202eB\u1ea3o\u2069");
        QCOMPARE(std::get<LoginLineScanned>(scanned).name, u"Bảo"_s);
        const LoginLine user = parseLoginLine("Logged in profile work as \u200fBo\x7f (1)");
        QCOMPARE(std::get<LoginLineLoggedIn>(user).name, u"Bo"_s);
    }

    void anExpiredQr()
    {
        QVERIFY(
            std::holds_alternative<LoginLineExpired>(parseLoginLine("QR expired. Retrying...")));
    }

    void aNameCannotPassAsAnotherStep()
    {
        QVERIFY(std::holds_alternative<LoginLineScanned>(
            parseLoginLine("Scanned by: Logged in profile a as b (1)")));
    }

    void theDataUrlIsFound()
    {
        const QByteArray url = "data:image/png;base64," + tinyPng.toBase64();
        QCOMPARE(parseQrDataUrl(url + '\n'), tinyPng);
        QCOMPARE(parseQrDataUrl("INFO start\n\x1b[0m" + url + "\nwaiting\n"), tinyPng);
        QCOMPARE(parseQrDataUrl("no QR today\n"), QByteArray());
        QCOMPARE(parseQrDataUrl(url.first(url.size() - 20)), QByteArray());
    }

    void aPngIsWholeOrNot()
    {
        QVERIFY(isQrPicture(tinyPng));
        QVERIFY(!isQrPicture(tinyPng.first(tinyPng.size() - 1)));
        QVERIFY(!isQrPicture("GIF89a"));
        // 16,000 by 16,000 white dots are 31 kB, and unpacked 256 MB.
        QByteArray huge = tinyPng;
        huge.replace(18, 2, QByteArray("\x3e\x80", 2)).replace(22, 2, QByteArray("\x3e\x80", 2));
        QVERIFY(!isQrPicture(huge));
        QVERIFY(!isQrPicture(QByteArray(tinyPng).replace(16, 4, QByteArray(4, '\xff'))));
        QVERIFY(!isQrPicture(QByteArray(tinyPng).replace(20, 4, QByteArray(4, '\0'))));
        QVERIFY(!isQrPicture(QByteArray(tinyPng).insert(40, QByteArray(MaxQrBytes, 'x'))));
        QVERIFY(!isQrPicture({}));
    }
};

QTEST_APPLESS_MAIN(TestZcaLoginParser)
#include "tst_zcaloginparser.moc"
