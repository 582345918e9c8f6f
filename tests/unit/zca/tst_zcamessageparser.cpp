// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/zcamessageparser.h"

#include <QTest>

using namespace zalo;
using zalo::test::recorded;

namespace {

QList<ListenLine> parsedFile(const QString& name)
{
    QList<ListenLine> lines;
    for (const QByteArray& line : recorded(name).split('\n')) {
        if (!line.isEmpty()) {
            lines << parseListenLine(line);
        }
    }
    return lines;
}

InboundMessage sample(const QString& msgId)
{
    for (const ListenLine& line : parsedFile(QStringLiteral("listen-sample.jsonl"))) {
        const auto* message = std::get_if<InboundMessage>(&line);
        if (message && message->msgId == msgId) {
            return *message;
        }
    }
    return {};
}

//! JSON with single quotes, for reading.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

InboundMessage parsedMessage(const QByteArray& text)
{
    const ListenLine line = parseListenLine(json(text));
    const auto* message = std::get_if<InboundMessage>(&line);
    return message ? *message : InboundMessage();
}

} // namespace

class TestZcaMessageParser : public QObject
{
    Q_OBJECT

private slots:
    void everyLineOfTheRealProgramIsKnown()
    {
        int messages = 0;
        int connected = 0;
        QList<int> codes;
        const QList<ListenLine> lines = parsedFile(QStringLiteral("listen-sample.jsonl"));
        for (const ListenLine& line : lines) {
            if (const auto* message = std::get_if<InboundMessage>(&line)) {
                ++messages;
                QVERIFY(message->msgId.size() == 13);
                QVERIFY(message->threadId.size() == 18);
                QVERIFY(message->senderId.size() == 18);
                QVERIFY(!message->senderName.isEmpty());
                QVERIFY(message->timestampMs > 1700000000000);
                QVERIFY(!message->text.isEmpty() || !message->media.isEmpty());
                QVERIFY(!message->text.contains(QStringLiteral("[media attached")));
            } else if (std::holds_alternative<ListenConnected>(line)) {
                ++connected;
            } else if (const auto* closed = std::get_if<ListenClosed>(&line)) {
                codes << closed->code;
            } else {
                QVERIFY(std::holds_alternative<ListenNoise>(line));
                QVERIFY(!std::get<ListenNoise>(line).isJson);
            }
        }
        QCOMPARE(messages, recorded(QStringLiteral("listen-sample.jsonl")).count("{\"threadId\""));
        QVERIFY(messages >= 12);
        QCOMPARE(connected, 2);
        QCOMPARE(codes, QList<int>({ 3000, 3003 }));
    }

    void aDirectMessage()
    {
        const InboundMessage message = sample(QStringLiteral("1795329893608"));
        QCOMPARE(message.cliMsgId, QStringLiteral("1795330293247"));
        QCOMPARE(message.threadId, QStringLiteral("365333052772575247"));
        QVERIFY(!message.isGroup);
        QCOMPARE(message.senderId, message.threadId);
        QCOMPARE(message.senderName, QStringLiteral("Phạm Văn Tâm 🌸"));
        QCOMPARE(message.text, QStringLiteral("Chào bot, hôm nay thế nào?"));
        QCOMPARE(message.timestampMs, 1795330293247);
        QCOMPARE(message.msgType, QStringLiteral("webchat"));
        QCOMPARE(message.toId, QStringLiteral("512345678901234567"));
        QVERIFY(message.mentions.isEmpty());
        QVERIFY(!message.quote);
        QVERIFY(message.media.isEmpty());
    }

    void aGroupMessageWithAMention()
    {
        const InboundMessage message = sample(QStringLiteral("1795329893622"));
        QVERIFY(message.isGroup);
        QCOMPARE(message.threadId, QStringLiteral("772797855570859122"));
        QCOMPARE(message.senderId, QStringLiteral("921115718368007661"));
        QCOMPARE(message.mentions,
                 (QList<Mention> { { QStringLiteral("512345678901234567"), 0, 16 } }));
    }

    void aStickerMentionsNobody()
    {
        const InboundMessage message = sample(QStringLiteral("1795329893699"));
        QCOMPARE(message.msgType, QStringLiteral("chat.sticker"));
        QVERIFY(message.mentions.isEmpty());
        QVERIFY(message.media.isEmpty());
    }

    void onlyTextsMention()
    {
        const QByteArray mention =
            ",'threadId':'7','msgId':'1','mentions':[{'uid':'5','pos':0,'len':3}]}";
        QCOMPARE(parsedMessage("{'msgType':'webchat'" + mention).mentions.size(), 1);
        QVERIFY(parsedMessage("{'msgType':'chat.sticker'" + mention).mentions.isEmpty());
    }

    void aPictureWithACaption()
    {
        const InboundMessage message = sample(QStringLiteral("1795329893636"));
        QCOMPARE(message.media.size(), 1);
        const Media& picture = message.media.first();
        QCOMPARE(picture.kind, QStringLiteral("image"));
        QCOMPARE(picture.mime, QStringLiteral("image/png"));
        QVERIFY(picture.path.endsWith(QStringLiteral("-11758ef7.png")));
        QCOMPARE(picture.url, QStringLiteral("https://photo-stal-9.zdn.vn/1795329893636/f.jpg"));
        QCOMPARE(message.text, QStringLiteral("ảnh đây"));
    }

    void severalFilesEachOfItsKind()
    {
        const InboundMessage message = sample(QStringLiteral("1795329893804"));
        QCOMPARE(message.media.size(), 2);
        QCOMPARE(message.media.at(0).kind, QStringLiteral("video"));
        QVERIFY(message.media.at(0).url.endsWith(QStringLiteral("f.mp4")));
        QCOMPARE(message.media.at(1).kind, QStringLiteral("image"));
        QVERIFY(message.media.at(1).path.endsWith(QStringLiteral(".png")));
        QCOMPARE(message.text, QString()); // nothing was written: zca puts the address there
    }

    void aTextThatLooksLikeAnAttachmentStays()
    {
        const InboundMessage message = parsedMessage(
            "{'msgId':'1','threadId':'2','content':'[media attached: nothing]\\nhi'}");
        QCOMPARE(message.text, QStringLiteral("[media attached: nothing]\nhi"));
    }

    void aFailedDownloadPairsNothingWrongly()
    {
        const InboundMessage message = parsedMessage(
            "{'msgId':'1','threadId':'2','mediaKind':'image','mediaPaths':['/"
            "b.png'],'mediaTypes':['image/png'],'mediaUrls':['https://x/a','https://x/b']}");
        QCOMPARE(message.media.size(), 3);
        QCOMPARE(message.media.at(0).path, QStringLiteral("/b.png"));
        QCOMPARE(message.media.at(0).url, QString());
        QCOMPARE(message.media.at(2).url, QStringLiteral("https://x/b"));
    }

    void aReplyQuotes()
    {
        const InboundMessage message = sample(QStringLiteral("1795329893650"));
        QVERIFY(message.quote.has_value());
        QCOMPARE(message.quote->msgId, QStringLiteral("1795329893657"));
        QCOMPARE(message.quote->senderId, QStringLiteral("9007199254740991"));
        QCOMPARE(message.quote->senderName, QStringLiteral("Nguyễn Minh Anh"));
        QCOMPARE(message.quote->text, QStringLiteral("Họp lúc 3h?"));
        QCOMPARE(message.quote->timestampMs, 1795330233521);
    }

    void lineEndsInATextStay()
    {
        QCOMPARE(sample(QStringLiteral("1795329893818")).text, QStringLiteral("dòng 1\ndòng 2"));
    }

    void theMinimalMessageOfZcaCli()
    {
        const InboundMessage message =
            parsedMessage("{'threadId':'77','msgId':'5','cliMsgId':'6','type':1,"
                          "'content':'@Anh ơi','timestamp':1795330293,"
                          "'mentions':[{'uid':'12','pos':0,'len':4},{'uid':'13'}],"
                          "'metadata':{'isGroup':true,'threadName':'Lớp 12A',"
                          "'senderName':'Mai','fromId':'921'}}");
        QVERIFY(message.isGroup);
        QCOMPARE(message.threadName, QStringLiteral("Lớp 12A"));
        QCOMPARE(message.senderId, QStringLiteral("921"));
        QCOMPARE(message.senderName, QStringLiteral("Mai"));
        QCOMPARE(message.timestampMs, 1795330293000);
        QCOMPARE(message.mentions, (QList<Mention> { { QStringLiteral("12"), 0, 4 } }));
    }

    void aDirectMessageWithoutASenderIsOfItsThread()
    {
        const InboundMessage message =
            parsedMessage("{'threadId':'77','msgId':'5','type':0,'content':'x'}");
        QVERIFY(!message.isGroup);
        QCOMPARE(message.senderId, QStringLiteral("77"));
    }

    void numericIdsAreExact()
    {
        const InboundMessage message =
            parsedMessage("{'threadId':772797855570859123,'msgId':9007199254740993,'senderId':5}");
        QCOMPARE(message.threadId, QStringLiteral("772797855570859123"));
        QCOMPARE(message.msgId, QStringLiteral("9007199254740993"));
    }

    void aMessageWithoutItsIdIsKnownByTheClientsId()
    {
        QCOMPARE(parsedMessage("{'threadId':'7','cliMsgId':'6'}").msgId, QStringLiteral("6"));
    }

    void whatIsNoMessageIsNoise_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("isJson");
        QTest::newRow("words") << QByteArray("Listening... Press Ctrl+C to stop.") << false;
        QTest::newRow("log line") << QByteArray("[INFO] reconnecting") << false;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("no ids") << QByteArray("{\"content\":\"x\"}") << true;
        QTest::newRow("no thread") << QByteArray("{\"msgId\":\"1\"}") << true;
        QTest::newRow("cut off") << QByteArray("{\"msgId\":\"1\",\"thre") << true;
    }

    void whatIsNoMessageIsNoise()
    {
        QFETCH(QByteArray, line);
        const ListenLine parsed = parseListenLine(line);
        QVERIFY(std::holds_alternative<ListenNoise>(parsed));
        QTEST(std::get<ListenNoise>(parsed).isJson, "isJson");
    }

    void lifecycleOfTheRealProgram()
    {
        using Event = ListenLifecycle::Event;
        QList<Event> events;
        int code = 0;
        for (const ListenLine& line : parsedFile(QStringLiteral("listen-supervised.out"))) {
            if (const auto* lifecycle = std::get_if<ListenLifecycle>(&line)) {
                events << lifecycle->event;
                code = lifecycle->code;
            }
        }
        QCOMPARE(events,
                 QList<Event>({ Event::SessionId, Event::Connected, Event::Heartbeat,
                                Event::Heartbeat, Event::Heartbeat, Event::Closed }));
        QCOMPARE(code, 1006);
    }

    void anUnknownEventIsNoMessage()
    {
        const ListenLine line =
            parseListenLine(json("{'kind':'lifecycle','event':'new','msgId':'1','threadId':'2'}"));
        QVERIFY(std::holds_alternative<ListenLifecycle>(line));
    }

    void closeCodesOfTheRealProgram_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("code");
        QTest::newRow("dropped") << QStringLiteral("listen-dropped-1006.out") << 1006;
        QTest::newRow("kicked") << QStringLiteral("listen-kicked-3003.out") << 3003;
        QTest::newRow("recycle") << QStringLiteral("listen-recycle.out") << 1000;
    }

    void closeCodesOfTheRealProgram()
    {
        QFETCH(QString, file);
        int code = 0;
        for (const ListenLine& line : parsedFile(file)) {
            if (const auto* closed = std::get_if<ListenClosed>(&line)) {
                code = closed->code;
            }
        }
        QTEST(code, "code");
    }
};

QTEST_APPLESS_MAIN(TestZcaMessageParser)
#include "tst_zcamessageparser.moc"
