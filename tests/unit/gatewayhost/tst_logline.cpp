// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewayhost/logline.h"
#include "logrecord.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace zalo::test;

//! What is shown of OpenClaw's log, and what is not.
class TestLogLine : public QObject
{
    Q_OBJECT

private slots:
    void aRecordIsALineForPeople()
    {
        QByteArray timed = logRecord("started");
        timed.replace(R"("message":)", R"("time":"2026-11-29T12:34:56.049Z","message":)");
        const QString time = QDateTime({ 2026, 11, 29 }, { 12, 34, 56 }, Qt::UTC)
                                 .toLocalTime()
                                 .time()
                                 .toString(u"HH:mm:ss"_s);
        QCOMPARE(logLine(timed), QString(time + u" gateway/health: started"));
        QCOMPARE(logLine(logRecord("started")), u"gateway/health: started"_s);
        QCOMPARE(logLine(logRecord("started", "ERROR")), u"ERROR gateway/health: started"_s);
        QCOMPARE(logLine(logRecord(R"(red \u001b[31m\u202e)")), u"gateway/health: red [31m"_s);
        QVERIFY(logLine(logRecord(QByteArray(5'000, 'x'))).size() <= 1'001);
    }

    //! An agent's answer is printed by its run, and what helps to find faults may quote people.
    void whatPeopleWriteIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("line");
        const QByteArray text = "Shop ơi, còn áo size M không ạ?";
        QTest::newRow("printed") << QByteArray(R"({"0":")" + text
                                               + R"(","_meta":{"logLevelName":"INFO"},"message":")"
                                               + text + R"("})");
        QTest::newRow("debug") << logRecord(text, "DEBUG");
        QTest::newRow("trace") << logRecord(text, "TRACE");
        QTest::newRow("no level") << logRecord(text, "");
        QTest::newRow("no record") << text;
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("nothing") << QByteArray("   ");
    }

    void whatPeopleWriteIsLeftOut()
    {
        QFETCH(QByteArray, line);
        QCOMPARE(logLine(line), QString());
    }

    void secretsAreMasked_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("shown");
        QTest::newRow("token") << QByteArray("token=hunter2, port=1") << u"token=…, port=1"_s;
        QTest::newRow("JSON") << QByteArray(R"({\"apiKey\":\"hunter2\",\"a\":1})")
                              << u"{\"apiKey\":…\",\"a\":1}"_s;
        QTest::newRow("header") << QByteArray("Authorization: Bearer hunter2.hunter2")
                                << u"Authorization: …"_s;
        QTest::newRow("fragment") << QByteArray("http://127.0.0.1:1/#bootstrapToken=hunter2")
                                  << u"http://127.0.0.1:1/#bootstrapToken=…"_s;
        QTest::newRow("bearer") << QByteArray("sent Bearer hunter2hunter2") << u"sent …"_s;
        QTest::newRow("key") << QByteArray("key sk-hunter2hunter2") << u"key …"_s;
        QTest::newRow("none") << QByteArray("tokens: 512 of 4096") << u"tokens: 512 of 4096"_s;
    }

    void secretsAreMasked()
    {
        QFETCH(QByteArray, message);
        QFETCH(QString, shown);
        QCOMPARE(logLine(logRecord(message)), QString(u"gateway/health: "_s + shown));
    }
};

QTEST_GUILESS_MAIN(TestLogLine)
#include "tst_logline.moc"
