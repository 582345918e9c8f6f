// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/zcaresultparser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;
using zalo::test::recorded;

class TestZcaResultParser : public QObject
{
    Q_OBJECT

private slots:
    void idsOfTheRealProgram_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("ids");
        const auto id = [](const char* text) { return QString::fromLatin1(text); };
        QTest::newRow("text") << id("msg-send.out") << QStringList { id("1795329893510") };
        QTest::newRow("long text, in order")
            << id("msg-send-long.out")
            << QStringList { id("1795329893538"), id("1795329893545"), id("1795329893552") };
        QTest::newRow("image") << id("msg-image.out") << QStringList { id("1795329893566") };
        QTest::newRow("link") << id("msg-link.out") << QStringList { id("1795329893587") };
        QTest::newRow("file") << id("msg-upload.out") << QStringList { id("1795329893601") };
    }

    void idsOfTheRealProgram()
    {
        QFETCH(QString, file);
        const auto ids = parseMessageIds(recorded(file), ZcaDialect::OpenZca);
        QVERIFY(ids.has_value());
        QTEST(*ids, "ids");
    }

    void withoutAnIdNothingWasSent_data()
    {
        QTest::addColumn<QByteArray>("out");
        QTest::newRow("nothing printed") << QByteArray();
        QTest::newRow("empty object") << QByteArray("{ attachment: [] }\n");
        QTest::newRow("another id") << QByteArray("{ cliMsgId: '1795329893510' }\n");
    }

    void withoutAnIdNothingWasSent()
    {
        QFETCH(QByteArray, out);
        QCOMPARE(parseMessageIds(out, ZcaDialect::OpenZca).error().kind, ErrorKind::NothingSent);
    }

    void whatMakesNoMessageIsDoneWhereZcaSaysAnything()
    {
        for (const char* out : { "{ status: 0 }\n", "{ msgIds: [ 1795329893510 ] }\n", "Done\n" }) {
            QVERIFY(parseDone(out));
        }
        QCOMPARE(parseDone(" \n").error().kind, ErrorKind::NothingSent);
    }

    void zcaSaysThatNothingWasSent()
    {
        for (const char* out : { "{ message: null, attachment: [] }\n",
                                 "{\n  message: null,\n  attachment: []\n}\n" }) {
            QCOMPARE(parseMessageIds(out, ZcaDialect::OpenZca).error().kind, ErrorKind::NotSent);
        }
    }

    void zcaCliNeedsNoId_data()
    {
        QTest::addColumn<QByteArray>("out");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("words") << QByteArray("\x1b[32mSent!\x1b[0m\n") << QStringList();
        QTest::newRow("named") << QByteArray("Message ID: 42\n") << QStringList { u"42"_s };
        QTest::newRow("first word")
            << QByteArray("1795329893510 sent\n") << QStringList { u"1795329893510"_s };
        QTest::newRow("JSON") << QByteArray("{\"msgId\": \"77\"}\n") << QStringList { u"77"_s };
    }

    void zcaCliNeedsNoId()
    {
        QFETCH(QByteArray, out);
        const auto ids = parseMessageIds(out, ZcaDialect::ZcaCli);
        QVERIFY(ids.has_value());
        QTEST(*ids, "ids");
    }

    void zcaCliWithoutAWordSentNothing()
    {
        QCOMPARE(parseMessageIds(" \n", ZcaDialect::ZcaCli).error().kind, ErrorKind::NothingSent);
    }

    //! The answer of a long text names hundreds; what names more is none, and what was sent nobody
    //! knows.
    void manyIds()
    {
        QByteArray out;
        for (int i = 0; i < 1'000; ++i) {
            out += "msgId: " + QByteArray::number(1'000'000 + i) + '\n';
        }
        const auto ids = parseMessageIds(out, ZcaDialect::OpenZca);
        QVERIFY(ids.has_value());
        QCOMPARE(ids->size(), 1'000);
        QCOMPARE(ids->first(), u"1000000"_s);
        QCOMPARE(ids->last(), u"1000999"_s);
        for (int i = 0; i < 39'000; ++i) {
            out += "msgId: " + QByteArray::number(2'000'000 + i) + '\n';
        }
        QCOMPARE(parseMessageIds(out, ZcaDialect::OpenZca).error().kind, ErrorKind::Uncertain);
    }

    void theAnswerOfALingeringCommand()
    {
        QVERIFY(isMessageAnswer("{ message: null, attachment: [ { msgId: 1795329893601 } ] }"));
        QVERIFY(isMessageAnswer("{ message: null, attachment: [] }"));
        QVERIFY(!isMessageAnswer("Uploading…"));
        QVERIFY(!isMessageAnswer("{ status: 0 }"));
    }
};

QTEST_APPLESS_MAIN(TestZcaResultParser)
#include "tst_zcaresultparser.moc"
