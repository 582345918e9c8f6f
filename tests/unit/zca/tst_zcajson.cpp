// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcajson.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestZcaJson : public QObject
{
    Q_OBJECT

private slots:
    void ansiIsTakenOut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("clean");
        QTest::newRow("none") << QByteArray("à b") << QByteArray("à b");
        QTest::newRow("colour") << QByteArray("\x1b[31mred\x1b[0m") << QByteArray("red");
        QTest::newRow("256 colours") << QByteArray("\x1b[38;5;12mx") << QByteArray("x");
        QTest::newRow("erase line") << QByteArray("\x1b[2K\x1b[1Gdone") << QByteArray("done");
        QTest::newRow("title, BEL") << QByteArray("\x1b]0;zca\aok") << QByteArray("ok");
        QTest::newRow("title, ST") << QByteArray("\x1b]0;zca\x1b\\ok") << QByteArray("ok");
        QTest::newRow("cut off") << QByteArray("ok\x1b[3") << QByteArray("ok");
        QTest::newRow("lone escape") << QByteArray("ok\x1b") << QByteArray("ok");
    }

    void ansiIsTakenOut()
    {
        QFETCH(QByteArray, bytes);
        QTEST(withoutAnsi(bytes), "clean");
    }

    void theListIsFoundAmongNoise_data()
    {
        QTest::addColumn<QByteArray>("out");
        QTest::newRow("clean") << QByteArray("[\n  1,\n  2\n]\n");
        QTest::newRow("log lines before") << QByteArray("INFO start\nWARN slow\n[1,2]\n");
        QTest::newRow("log line in brackets") << QByteArray("[INFO] start\n[12:01] {x}\n[1,2]\n");
        QTest::newRow("log lines after") << QByteArray("[\n  1,\n  2\n]\nINFO done\n");
        QTest::newRow("colours") << QByteArray("\x1b[32mINFO\x1b[0m x\n\x1b[1m[1,2]\x1b[0m\n");
        QTest::newRow("line ends of Windows") << QByteArray("INFO\r\n[1,\r\n2]\r\n");
        QTest::newRow("no last line end") << QByteArray("[1,2]");
    }

    void theListIsFoundAmongNoise()
    {
        QFETCH(QByteArray, out);
        const Result<QJsonArray> list = zcaJsonArray(out);
        QVERIFY(list.has_value());
        QCOMPARE(*list, QJsonArray({ 1, 2 }));
    }

    void whatIsNoJsonIsAnError_data()
    {
        QTest::addColumn<QByteArray>("out");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("words") << QByteArray("No friends.\n");
        QTest::newRow("cut off") << QByteArray("[\n  {\n    \"userId\": \"1\"\n  },\n");
        QTest::newRow("util.inspect") << QByteArray("{ message: { msgId: 1 } }\n");
        QTest::newRow("an object instead") << QByteArray("{\"a\":1}");
    }

    void whatIsNoJsonIsAnError()
    {
        QFETCH(QByteArray, out);
        const Result<QJsonArray> list = zcaJsonArray(out);
        QVERIFY(!list.has_value());
        QCOMPARE(list.error().kind, ErrorKind::ZcaBroken);
        QVERIFY(!list.error().detail.isEmpty());
    }

    void manyFalseStarts()
    {
        const QByteArray starts = QByteArray("[x\n").repeated(100'000);
        QVERIFY(!zcaJsonArray(starts).has_value());
        QVERIFY(zcaJsonArray(starts + "[1,2]\n").has_value());
    }

    //! The time grows with the length alone, however many of its lines begin a document.
    void falseStartsThatGoFar_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("nested") << QByteArray("[\n");
        QTest::newRow("objects") << QByteArray("{\"a\":\n");
    }

    void falseStartsThatGoFar()
    {
        QFETCH(QByteArray, start);
        const QByteArray rest = "[" + QByteArray("\"Nguyễn Minh Anh\",").repeated(100'000);
        const auto cpu = [](const QByteArray& out) {
            const std::clock_t before = std::clock();
            const bool isFound = zcaJsonArray(out).has_value();
            return isFound ? -1.0 : double(std::clock() - before);
        };
        const double once = std::max(cpu(rest), 1'000.0);
        const double often = cpu(start.repeated(300) + rest);
        QVERIFY(often >= 0);
        QVERIFY2(often < once * 20, qPrintable(u"%1 times"_s.arg(often / once)));
    }

    void idsAreExact_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("id");
        QTest::newRow("text") << QByteArray(R"(["365333052772575247"])") << u"365333052772575247"_s;
        QTest::newRow("18 digits") << QByteArray("[365333052772575247]") << u"365333052772575247"_s;
        QTest::newRow("just above a double")
            << QByteArray("[9007199254740993]") << u"9007199254740993"_s;
        QTest::newRow("19 digits")
            << QByteArray("[9223372036854775807]") << u"9223372036854775807"_s;
        QTest::newRow("null") << QByteArray("[null]") << QString();
        QTest::newRow("zero is none") << QByteArray("[0]") << QString();
        QTest::newRow("object") << QByteArray("[{}]") << QString();
        QTest::newRow("turned around") << QByteArray(R"(["1\u202e2"])") << QString();
        QTest::newRow("of two lines") << QByteArray(R"(["1\n2"])") << QString();
        QTest::newRow("endless") << QByteArray("[\"" + QByteArray(65, '7') + "\"]") << QString();
    }

    void idsAreExact()
    {
        QFETCH(QByteArray, json);
        QTEST(zcaId(QJsonDocument::fromJson(json).array().at(0)), "id");
    }

    void theFirstNameThatHoldsSomethingCounts()
    {
        const QJsonObject user { { u"userId"_s, QString() },
                                 { u"uid"_s, u"7"_s },
                                 { u"name"_s, u"Mẹ"_s } };
        using L1 = QLatin1String;
        QCOMPARE(zcaId(user, { L1("userId"), L1("uid") }), u"7"_s);
        QCOMPARE(zcaText(user, { L1("displayName"), L1("name") }), u"Mẹ"_s);
        QCOMPARE(zcaText(user, { L1("displayName") }), QString());
    }
};

QTEST_APPLESS_MAIN(TestZcaJson)
#include "tst_zcajson.moc"
