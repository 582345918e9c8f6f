// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "json5/json5.h"
#include "json5/json5edit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace zalo;
using namespace Qt::StringLiterals;

class TestJson5Edit : public QObject
{
    Q_OBJECT

private slots:
    void theSameValues_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("names and quotes")
            << "{a: 'x', \"b\": \"y\", 'c d': \"it's\", $e_1: 'say \"'}"_ba
            << "{\"a\":\"x\",\"b\":\"y\",\"c d\":\"it's\",\"$e_1\":\"say \\u0022\"}"_ba;
        QTest::newRow("comments and commas")
            << "// a\n{ /* { */ a: 1, // }\n b: [1, 2, /* ] */], }\n// end"_ba
            << "{\"a\":1,\"b\":[1,2]}"_ba;
        QTest::newRow("braces in strings")
            << "{a: '}{', b: \"// no\", c: '/* no'}"_ba
            << "{\"a\":\"}{\",\"b\":\"\\u002f/ no\",\"c\":\"\\u002f* no\"}"_ba;
        QTest::newRow("numbers") << "[+1, -.5, 0x1F, 1e3, 5.]"_ba
                                 << "[1,-0.5,31,1000,5]"_ba;
        QTest::newRow("escapes") << "['\\u0111\\x41\\n\\'\\\"\\\\', '\\ud83d\\ude00', 'a\\\nb']"_ba
                                 << "[\"đA\\n'\\u0022\\u005c\",\"😀\",\"ab\"]"_ba;
        QTest::newRow("byte order mark, wide spaces")
            << "\xef\xbb\xbf{\xc2\xa0"
               "a\xe2\x80\x83:\xe3\x80\x80true\xc2\xa0}"_ba
            << "{\"a\":true}"_ba;
        QTest::newRow("a name twice") << "{a: 1, a: null}"_ba
                                      << "{\"a\":null}"_ba;
        QTest::newRow("lines of Windows") << "{\r\n  a: 1, // x\r\n}\r\n"_ba
                                          << "{\"a\":1}"_ba;
    }

    void theSameValues()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, json);
        const auto value = json5At(text, {});
        QVERIFY(value);
        const QJsonDocument document = QJsonDocument::fromJson(json);
        QCOMPARE(*value,
                 document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
    }

    void whatIsNoJson5IsRefusedByLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("line");
        QTest::newRow("no end") << "{\n a: 1"_ba << u"2"_s;
        QTest::newRow("no comma") << "{\n a: 1\n b: 2 }"_ba << u"3"_s;
        QTest::newRow("open comment") << "{ /* a }"_ba << u"1"_s;
        QTest::newRow("open string") << "{ a: 'x\n' }"_ba << u"1"_s;
        QTest::newRow("two values") << "{}\n{}"_ba << u"2"_s;
        QTest::newRow("a word") << "{ a: yes }"_ba << u"1"_s;
        QTest::newRow("only a comma") << "{ , }"_ba << u"1"_s;
        QTest::newRow("too deep") << QByteArray(5'000, '[') << u"1"_s;
    }

    void whatIsNoJson5IsRefusedByLine()
    {
        QFETCH(QByteArray, text);
        const auto value = parseJson5(text);
        QVERIFY(!value);
        QCOMPARE(value.error().kind, ErrorKind::ConfigUnparsable);
        QTEST(value.error().detail, "line");
    }

    void anInsertionFollowsItsSurroundings_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("empty file")
            << ""_ba
            << "{\n  \"c\": {\n    \"z\": {\n      \"on\": true\n    }\n  }\n}\n"_ba;
        QTest::newRow("only a comment")
            << "// mine"_ba
            << "// mine\n{\n  \"c\": {\n    \"z\": {\n      \"on\": true\n    }\n  }\n}\n"_ba;
        QTest::newRow("JSON")
            << "{\n  \"a\": 1\n}\n"_ba
            << "{\n  \"a\": 1,\n  \"c\": {\n    \"z\": {\n      \"on\": true\n    }\n  }\n}\n"_ba;
        QTest::newRow("names without quotes, a comma behind the last, tabs")
            << "{\n\ta: 1, // one\n\t/* more */\n}\n"_ba
            << "{\n\ta: 1, // one\n\t/* more */\n\tc: {\n\t\tz: {\n\t\t\ton: true\n\t\t}\n\t},\n}\n"_ba;
        QTest::newRow("single quotes, no comma, a comment behind the last")
            << "{\n    'a': 1 // last, {\n}"_ba
            << "{\n    'a': 1, // last, {\n    'c': {\n        'z': {\n            'on': true\n        }\n    }\n}"_ba;
        QTest::newRow("lines of Windows, byte order mark")
            << "\xef\xbb\xbf{\r\n  a: 1\r\n}\r\n"_ba
            << "\xef\xbb\xbf{\r\n  a: 1,\r\n  c: {\r\n    z: {\r\n      on: true\r\n    }\r\n  }\r\n}\r\n"_ba;
        QTest::newRow("one line") << "{a: 1}"_ba
                                  << "{a: 1, c: { z: { on: true } }}"_ba;
        QTest::newRow("an empty object on one line")
            << "{\n  c: {}, // here\n  d: 1\n}"_ba
            << "{\n  c: {\n    z: {\n      on: true\n    }\n  }, // here\n  d: 1\n}"_ba;
        QTest::newRow("an empty object in one line") << "{ c: {} }"_ba
                                                     << "{ c: { z: { on: true } } }"_ba;
        QTest::newRow("beside others")
            << "{\n  c: {\n    x: { on: true }, // {\n  },\n}"_ba
            << "{\n  c: {\n    x: { on: true }, // {\n    z: {\n      on: true\n    },\n  },\n}"_ba;
        QTest::newRow("another value") << "{ c: { z: { on: false /* not yet */ } } }"_ba
                                       << "{ c: { z: { on: true /* not yet */ } } }"_ba;
        QTest::newRow("the last of two") << "{c: {z: {on: false}}, c: {z: {on: false}}}"_ba
                                         << "{c: {z: {on: false}}, c: {z: {on: true}}}"_ba;
        QTest::newRow("there already") << "{c:{z:{on:true}}}"_ba
                                       << "{c:{z:{on:true}}}"_ba;
    }

    void anInsertionFollowsItsSurroundings()
    {
        QFETCH(QByteArray, before);
        const auto edited = withJson5(before, { u"c"_s, u"z"_s, u"on"_s }, true);
        QVERIFY(edited);
        QTEST(*edited, "after");
        QCOMPARE(json5At(*edited, { u"c"_s, u"z"_s, u"on"_s }).value(), QJsonValue(true));
    }

    void whatWasInsertedIsTakenOutAgain_data() { anInsertionFollowsItsSurroundings_data(); }

    void whatWasInsertedIsTakenOutAgain()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const QStringList path { u"c"_s, u"z"_s, u"on"_s };
        const auto was = json5At(before, path.first(1)).value();
        if (!was.isUndefined() || before.trimmed().isEmpty() || before == "// mine") {
            return; // its objects were there
        }
        QCOMPARE(withoutJson5(after, path.first(1)).value(), before);
    }

    void whatFollowsIsNotSwallowedByAComment()
    {
        const auto edited = withoutJson5("{ a: 1, // one\n  b: 2 }", { u"b"_s });
        QVERIFY(edited);
        QCOMPARE(json5At(*edited, {}).value(), QJsonValue(QJsonObject { { u"a"_s, 1 } }));
    }

    //! A brace in a comment is none.
    void theLastMemberGoesFromBehindAComment_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("brace") << "{\n  // nothing {\n  b: 2,\n}\n"_ba;
        QTest::newRow("brace, in the line") << "{ /* { */ b: 2 }"_ba;
        QTest::newRow("two braces") << "{ // }{\n b: 2 // }\n}"_ba;
        QTest::newRow("behind another") << "{ a: {}, // {\n  b: 2\n}"_ba;
    }

    void theLastMemberGoesFromBehindAComment()
    {
        QFETCH(QByteArray, text);
        QJsonObject meant = json5At(text, {}).value().toObject();
        meant.remove(u"b"_s);
        const auto edited = withoutJson5(text, { u"b"_s });
        QVERIFY(edited);
        QCOMPARE(json5At(*edited, {}).value(), QJsonValue(meant));
    }

    //! The first of them would come to count.
    void anEditThatWouldSaySomethingElseIsRefused()
    {
        const auto edited = withoutJson5("{ b: 1, b: 2 }", { u"b"_s });
        QVERIFY(!edited);
        QCOMPARE(edited.error(), (Error { ErrorKind::ConfigUnexpected, u"b"_s }));
    }

    void anItemIsAppended()
    {
        const QByteArray text = "{ allow: [\n  'x', // first\n  'y' // last\n] }";
        QCOMPARE(withJson5Item(text, { u"allow"_s }, u"z"_s).value(),
                 "{ allow: [\n  'x', // first\n  'y', \"z\" // last\n] }"_ba);
        QVERIFY(!withJson5Item("{ allow: 1 }", { u"allow"_s }, u"z"_s));
    }

    void nothingIsWrittenThroughSomethingElse()
    {
        const auto edited = withJson5("{ c: 'none' }", { u"c"_s, u"z"_s }, true);
        QCOMPARE(edited.error().kind, ErrorKind::ConfigUnexpected);
        QCOMPARE(edited.error().detail, u"c"_s);
    }
};

QTEST_GUILESS_MAIN(TestJson5Edit)
#include "tst_json5edit.moc"
