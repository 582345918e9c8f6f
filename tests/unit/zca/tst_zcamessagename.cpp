// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcamessagename.h"

#include <QTest>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

class TestZcaMessageName : public QObject
{
    Q_OBJECT

private slots:
    void namesOfOneSendersMessages()
    {
        const QByteArray out = R"(log line
{ "threadId": "772", "threadType": "group", "count": 4, "messages": [
  { "msgId": "9", "cliMsgId": "91", "senderId": "512" },
  { "msgId": "8", "cliMsgId": "81", "senderId": "365" },
  { "msgId": 7, "cliMsgId": 1795330293338, "senderId": "512" },
  { "msgId": "6", "cliMsgId": "", "senderId": "512" } ] })";
        const auto names = parseRecentNames(out, u"512"_s);
        QVERIFY(names);
        QCOMPARE(*names,
                 (QList<MessageName> { { u"9"_s, u"91"_s }, { u"7"_s, u"1795330293338"_s } }));
    }

    void namesOfAll()
    {
        const auto names = parseRecentNames(
            R"({ "messages": [ { "msgId": "8", "cliMsgId": "81", "senderId": "365" } ] })", {});
        QCOMPARE(*names, (QList<MessageName> { { u"8"_s, u"81"_s } }));
    }

    void noAnswer()
    {
        QCOMPARE(parseRecentNames("sorry", u"512"_s).error().kind, ErrorKind::ZcaBroken);
        QVERIFY(parseRecentNames("{}", u"512"_s)->isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestZcaMessageName)
#include "tst_zcamessagename.moc"
