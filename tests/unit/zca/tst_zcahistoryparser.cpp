// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcahistoryparser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

namespace {

//! JSON with single quotes, for reading.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QList<InboundMessage> history(const QByteArray& messages)
{
    return parseHistory(json("{'chatId':'365','threadType':'user','messages':[" + messages + "]}"))
        .value_or(QList<InboundMessage>());
}

//! A message of that type with that content: members of an object, with single quotes.
InboundMessage attachment(const char* msgType, QByteArray content)
{
    content.replace('\'', "\\'");
    return history("{'msgId':'1','threadId':'365','senderId':'365','ts':'5','msgType':'"
                   + QByteArray(msgType) + "','content':'{" + content + "}'}")
        .value(0);
}

} // namespace

class TestZcaHistoryParser : public QObject
{
    Q_OBJECT

private slots:
    void chats()
    {
        const auto chats = parseHistoryChats(
            json("log\n[{'threadId':'365333052772575247','threadType':'user',"
                 "'lastMessageAtMs':1700000000123},{'threadId':'7','threadType':'group'},{}]"));
        QVERIFY(chats.has_value());
        QCOMPARE(*chats, (QList<HistoryChat> { { u"365333052772575247"_s, 1'700'000'000'123 } }));
    }

    void theDatabase()
    {
        QCOMPARE(parseHistoryDatabase(json("{'enabled':true,'path':'/a b'}")).value(),
                 (HistoryDatabase { true, u"/a b"_s }));
        QCOMPARE(parseHistoryDatabase(json("{'enabled':false}")).value(), HistoryDatabase());
        QCOMPARE(parseHistorySync(json("{'dmMessagesImported':7}")).value(), 7);
        QCOMPARE(parseHistorySync("{}").value(), 0);
    }

    void noAnswer()
    {
        QCOMPARE(parseHistoryDatabase("hm").error().kind, ErrorKind::ZcaBroken);
        QCOMPARE(parseHistorySync("hm").error().kind, ErrorKind::ZcaBroken);
        QCOMPARE(parseHistoryChats("hm").error().kind, ErrorKind::ZcaBroken);
        QCOMPARE(parseHistory("hm").error().kind, ErrorKind::ZcaBroken);
        QVERIFY(history({}).isEmpty());
        QVERIFY(history("{'threadId':'365'},{'msgId':'1'}").isEmpty());
    }

    void aText()
    {
        const InboundMessage message =
            history("{'msgId':'12','cliMsgId':'34','threadId':'365','threadType':'user',"
                    "'senderId':'365','senderName':'Lan','ts':'1700000000123','toId':'512',"
                    "'msgType':'webchat','content':'Chào','quoteMsgId':'9','quoteOwnerId':'512',"
                    "'quoteText':'cũ'}")
                .value(0);
        InboundMessage expected;
        expected.msgId = u"12"_s;
        expected.cliMsgId = u"34"_s;
        expected.threadId = u"365"_s;
        expected.senderId = u"365"_s;
        expected.senderName = u"Lan"_s;
        expected.text = u"Chào"_s;
        expected.timestampMs = 1'700'000'000'123;
        expected.msgType = u"webchat"_s;
        expected.toId = u"512"_s;
        expected.quote = Quote { u"9"_s, u"512"_s, {}, u"cũ"_s, 0 };
        QCOMPARE(message, expected);
    }

    //! The program gives the newest first; those of one instant from the network the newest first,
    //! from its database the oldest first.
    void theOldestFirst_data()
    {
        QTest::addColumn<QByteArray>("ofOneInstant");
        const QByteArray nine = "{'msgId':'9','threadId':'365','ts':'5'},";
        const QByteArray ten = "{'msgId':'10','threadId':'365','ts':'5'},";
        QTest::newRow("network") << ten + nine;
        QTest::newRow("database") << nine + ten;
    }

    void theOldestFirst()
    {
        QFETCH(QByteArray, ofOneInstant);
        const QList<InboundMessage> messages =
            history("{'msgId':'4','threadId':'365','ts':'9'}," + ofOneInstant
                    + "{'msgId':'1','threadId':'365','ts':'7'}");
        QStringList ids;
        for (const InboundMessage& message : messages) {
            ids << message.msgId;
        }
        QCOMPARE(ids, QStringList({ u"9"_s, u"10"_s, u"1"_s, u"4"_s }));
    }

    void theOwnersAreTold()
    {
        QVERIFY(history("{'msgId':'1','threadId':'365','senderId':'512'}").value(0).isSelf);
        QVERIFY(!history("{'msgId':'1','threadId':'365','senderId':'365'}").value(0).isSelf);
    }

    void files()
    {
        const InboundMessage photo = attachment(
            "chat.photo", "'title':'','description':'đẹp','href':'https://a.zdn.vn/f.jpg'");
        QCOMPARE(photo.text, u"đẹp"_s);
        QCOMPARE(photo.media,
                 (QList<Media> { { MediaKind::Image, {}, u"https://a.zdn.vn/f.jpg"_s, {} } }));
        const InboundMessage file =
            attachment("share.file", "'title':'Báo cáo.pdf','href':'https://a.zdn.vn/f.pdf'");
        QCOMPARE(file.text, u"Báo cáo.pdf"_s);
        QCOMPARE(file.media.value(0).kind, MediaKind::File);
        QCOMPARE(attachment("chat.voice", "'href':'https://a/f.m4a'").media.value(0).kind,
                 MediaKind::Audio);
        QCOMPARE(attachment("chat.video.msg", "'href':'https://a/f.mp4'").media.value(0).kind,
                 MediaKind::Video);
        QVERIFY(attachment("chat.photo", "'title':'x'").media.isEmpty());
    }

    //! Nothing of it is fetched.
    void pagesAreTexts()
    {
        const InboundMessage link =
            attachment("chat.recommended", "'title':'Bài báo','href':'https://x.vn/a.html'");
        QCOMPARE(link.text, u"Bài báo\nhttps://x.vn/a.html"_s);
        QVERIFY(link.media.isEmpty());
    }

    void aTextThatLooksLikeJsonIsAText()
    {
        const InboundMessage text = attachment("webchat", "'href':'http://127.0.0.1/'");
        QCOMPARE(text.text, u"{\"href\":\"http://127.0.0.1/\"}"_s);
        QVERIFY(text.media.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestZcaHistoryParser)
#include "tst_zcahistoryparser.moc"
