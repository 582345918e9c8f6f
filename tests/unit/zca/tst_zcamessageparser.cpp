// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/zcamessageparser.h"

#include <QTest>

using namespace Qt::StringLiterals;
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
    for (const ListenLine& line : parsedFile(u"listen-sample.jsonl"_s)) {
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
        const QList<ListenLine> lines = parsedFile(u"listen-sample.jsonl"_s);
        for (const ListenLine& line : lines) {
            if (const auto* message = std::get_if<InboundMessage>(&line)) {
                ++messages;
                QVERIFY(message->msgId.size() == 13);
                QVERIFY(message->threadId.size() == 18);
                QVERIFY(message->senderId.size() == 18);
                QVERIFY(!message->senderName.isEmpty());
                QVERIFY(message->timestampMs > 1700000000000);
                QVERIFY(!message->text.isEmpty() || !message->media.isEmpty());
                QVERIFY(!message->text.contains(u"[media attached"_s));
            } else if (std::holds_alternative<ListenConnected>(line)) {
                ++connected;
            } else if (const auto* closed = std::get_if<ListenClosed>(&line)) {
                codes << closed->code;
            } else {
                QVERIFY(std::holds_alternative<ListenNoise>(line));
                QVERIFY(!std::get<ListenNoise>(line).isJson);
            }
        }
        QCOMPARE(messages, recorded(u"listen-sample.jsonl"_s).count("{\"threadId\""));
        QVERIFY(messages >= 12);
        QCOMPARE(connected, 2);
        QCOMPARE(codes, QList<int>({ 3000, 3003 }));
    }

    void aDirectMessage()
    {
        const InboundMessage message = sample(u"1795329893608"_s);
        QCOMPARE(message.cliMsgId, u"1795330293247"_s);
        QCOMPARE(message.threadId, u"365333052772575247"_s);
        QVERIFY(!message.isGroup);
        QCOMPARE(message.senderId, message.threadId);
        QCOMPARE(message.senderName, u"Phạm Văn Tâm 🌸"_s);
        QCOMPARE(message.text, u"Chào bot, hôm nay thế nào?"_s);
        QCOMPARE(message.timestampMs, 1795330293247);
        QCOMPARE(message.msgType, u"webchat"_s);
        QCOMPARE(message.toId, u"512345678901234567"_s);
        QVERIFY(message.mentions.isEmpty());
        QVERIFY(!message.quote);
        QVERIFY(message.media.isEmpty());
    }

    void aGroupMessageWithAMention()
    {
        const InboundMessage message = sample(u"1795329893622"_s);
        QVERIFY(message.isGroup);
        QCOMPARE(message.threadId, u"772797855570859122"_s);
        QCOMPARE(message.senderId, u"921115718368007661"_s);
        QCOMPARE(message.mentions, (QList<Mention> { { u"512345678901234567"_s, 0, 16 } }));
    }

    void aStickerMentionsNobody()
    {
        const InboundMessage message = sample(u"1795329893699"_s);
        QCOMPARE(message.msgType, u"chat.sticker"_s);
        QCOMPARE(message.text, u"[sticker]"_s);
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
        const InboundMessage message = sample(u"1795329893636"_s);
        QCOMPARE(message.media.size(), 1);
        const Media& picture = message.media.first();
        QCOMPARE(picture.kind, MediaKind::Image);
        QCOMPARE(picture.mime, u"image/png"_s);
        QVERIFY(picture.path.endsWith(u"-11758ef7.png"_s));
        QCOMPARE(picture.url, u"https://photo-stal-9.zdn.vn/1795329893636/f.jpg"_s);
        QCOMPARE(message.text, u"ảnh đây"_s);
    }

    void severalFilesEachOfItsKind()
    {
        const InboundMessage message = sample(u"1795329893804"_s);
        QCOMPARE(message.media.size(), 2);
        QCOMPARE(message.media.at(0).kind, MediaKind::Video);
        QVERIFY(message.media.at(0).url.endsWith(u"f.mp4"_s));
        QCOMPARE(message.media.at(1).kind, MediaKind::Image);
        QVERIFY(message.media.at(1).path.endsWith(u".png"_s));
        QCOMPARE(message.text, QString()); // nothing was written: zca puts the address there
    }

    void aTextThatLooksLikeAnAttachmentStays()
    {
        const InboundMessage message = parsedMessage(
            "{'msgId':'1','threadId':'2','content':'[media attached: nothing]\\nhi'}");
        QCOMPARE(message.text, u"[media attached: nothing]\nhi"_s);
    }

    void aFailedDownloadPairsNothingWrongly()
    {
        const InboundMessage message = parsedMessage(
            "{'msgId':'1','threadId':'2','mediaKind':'image','mediaPaths':['/"
            "b.png'],'mediaTypes':['image/png'],'mediaUrls':['https://x/a','https://x/b']}");
        QCOMPARE(message.media.size(), 3);
        QCOMPARE(message.media.at(0).path, u"/b.png"_s);
        QCOMPARE(message.media.at(0).url, QString());
        QCOMPARE(message.media.at(2).url, u"https://x/b"_s);
    }

    //! Without a download the line has addresses only. A picture has one in each size, the best one
    //! last; an address in its caption is none of them.
    void aPictureToBeFetched()
    {
        const InboundMessage message =
            parsedMessage("{'msgId':'1','threadId':'2','msgType':'chat.photo','mediaKind':'image',"
                          "'content':'[media attached: 3 files]\\n"
                          "[media attached 1/4: https://photo.zdn.vn/t.jpg (image/*)]\\n"
                          "[media attached 2/4: https://photo.zdn.vn/n.jpg (image/*)]\\n"
                          "[media attached 3/4: https://photo.zdn.vn/hd.jpg (image/*)]\\n"
                          "[media attached 4/4: https://x.org/a (image/*)]\\nxem https://x.org/a',"
                          "'mediaUrls':['https://photo.zdn.vn/t.jpg','https://photo.zdn.vn/n.jpg',"
                          "'https://photo.zdn.vn/hd.jpg','https://x.org/a']}");
        QCOMPARE(message.media,
                 (QList<Media> { { MediaKind::Image, {}, u"https://photo.zdn.vn/hd.jpg"_s, {} } }));
        QCOMPARE(message.text, u"xem https://x.org/a"_s);
    }

    void otherFilesToBeFetched_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QList<Media>>("media");
        const QString a = u"https://f1.zdn.vn/a"_s;
        const QString b = u"https://f1.zdn.vn/b"_s;
        QTest::newRow("video") << QByteArray("chat.video.msg") << QByteArray("video")
                               << QList<Media> { { MediaKind::Video, {}, a, {} },
                                                 { MediaKind::Image, {}, b, {} } };
        QTest::newRow("voice") << QByteArray("chat.voice") << QByteArray("audio")
                               << QList<Media> { { MediaKind::Audio, {}, a, {} } };
        QTest::newRow("file") << QByteArray("share.file") << QByteArray("file")
                              << QList<Media> { { MediaKind::File, {}, a, {} } };
    }

    void otherFilesToBeFetched()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, kind);
        const InboundMessage message = parsedMessage(
            "{'msgId':'1','threadId':'2','msgType':'" + type + "','mediaKind':'" + kind
            + "','content':'[media attached: https://f1.zdn.vn/a]\\nhttps://f1.zdn.vn/a',"
              "'mediaUrls':['https://f1.zdn.vn/a','https://f1.zdn.vn/b']}");
        QTEST(message.media, "media");
        QCOMPARE(message.text, QString());
    }

    //! zca takes any text that is JSON for an attachment where it names an address.
    void aTextThatLooksLikeJsonIsAText()
    {
        const InboundMessage message =
            parsedMessage("{'msgId':'1','threadId':'2','msgType':'webchat','mediaKind':'file',"
                          "'content':'[media attached: http://127.0.0.1/x]\\nbáo cáo',"
                          "'mediaUrl':'http://127.0.0.1/x','mediaUrls':['http://127.0.0.1/x']}");
        QVERIFY(message.media.isEmpty());
        QCOMPARE(message.text, u"báo cáo"_s);
        const InboundMessage address = parsedMessage(
            "{'msgId':'1','threadId':'2','msgType':'webchat','mediaKind':'image',"
            "'content':'[media attached: http://10.0.0.1/x (image/*)]\\nhttp://10.0.0.1/x',"
            "'mediaUrls':['http://10.0.0.1/x']}");
        QVERIFY(address.media.isEmpty());
        QCOMPARE(address.text, u"http://10.0.0.1/x"_s);
    }

    void aLinkIsALinkAndItsPreviewNoPicture()
    {
        const InboundMessage message = sample(u"1795329893713"_s);
        QCOMPARE(message.msgType, u"chat.recommended"_s);
        QVERIFY(message.media.isEmpty());
        QCOMPARE(message.text, u"Bài báo\nhttps://vnexpress.net/a.html"_s);
        QCOMPARE(parsedMessage("{'msgId':'1','threadId':'2','msgType':'chat.recommended',"
                               "'mediaKind':'file','content':'https://x.org/',"
                               "'mediaUrls':['https://x.org/']}")
                     .text,
                 u"https://x.org/"_s);
        QCOMPARE(sample(u"1795329893790"_s).text, u"Danh thiếp"_s);
    }

    //! Quoted media were shown when they came.
    void quotedMediaAreNotFetched()
    {
        const InboundMessage message = parsedMessage(
            "{'msgId':'1','threadId':'2','msgType':'webchat','content':'đây',"
            "'quote':{'msg':'','mediaUrls':['https://f1.zdn.vn/a']},"
            "'quoteMediaUrl':'https://f1.zdn.vn/a','quoteMediaUrls':['https://f1.zdn.vn/a']}");
        QVERIFY(message.media.isEmpty());
        QCOMPARE(message.text, u"đây"_s);
    }

    void aReplyQuotes()
    {
        const InboundMessage message = sample(u"1795329893650"_s);
        QVERIFY(message.quote.has_value());
        QCOMPARE(message.quote->msgId, u"1795329893657"_s);
        QCOMPARE(message.quote->senderId, u"9007199254740991"_s);
        QCOMPARE(message.quote->senderName, u"Nguyễn Minh Anh"_s);
        QCOMPARE(message.quote->text, u"Họp lúc 3h?"_s);
        QCOMPARE(message.quote->timestampMs, 1795330233521);
    }

    void lineEndsInATextStay() { QCOMPARE(sample(u"1795329893818"_s).text, u"dòng 1\ndòng 2"_s); }

    void whatSteersATerminalGoes()
    {
        const ListenLine line = parseListenLine(
            "{\"threadId\":\"1\",\"msgId\":\"2\",\"content\":\"a\\n\\u001b[2Jb\\u009b\","
            "\"senderName\":\"Lan\\n\\u202e!\",\"metadata\":{\"threadName\":\"\\u001b]0;x\\u0007\"}"
            ","
            "\"quote\":{\"msg\":\"\\u001bc\",\"senderName\":\"\\u2067\"}}");
        const auto message = std::get<InboundMessage>(line);
        QCOMPARE(message.text, u"a\n [2Jb "_s);
        QCOMPARE(message.senderName, u"Lan !"_s);
        QCOMPARE(message.threadName, u"]0;x"_s);
        QCOMPARE(message.quote->text, u" c"_s);
        QCOMPARE(message.quote->senderName, QString());
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
        QCOMPARE(message.threadName, u"Lớp 12A"_s);
        QCOMPARE(message.senderId, u"921"_s);
        QCOMPARE(message.senderName, u"Mai"_s);
        QCOMPARE(message.timestampMs, 1795330293000);
        QCOMPARE(message.mentions, (QList<Mention> { { u"12"_s, 0, 4 } }));
    }

    void aDirectMessageWithoutASenderIsOfItsThread()
    {
        const InboundMessage message =
            parsedMessage("{'threadId':'77','msgId':'5','type':0,'content':'x'}");
        QVERIFY(!message.isGroup);
        QCOMPARE(message.senderId, u"77"_s);
    }

    void numericIdsAreExact()
    {
        const InboundMessage message =
            parsedMessage("{'threadId':772797855570859123,'msgId':9007199254740993,'senderId':5}");
        QCOMPARE(message.threadId, u"772797855570859123"_s);
        QCOMPARE(message.msgId, u"9007199254740993"_s);
    }

    void aMessageWithoutItsIdIsKnownByTheClientsId()
    {
        QCOMPARE(parsedMessage("{'threadId':'7','cliMsgId':'6'}").msgId, u"6"_s);
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
        for (const ListenLine& line : parsedFile(u"listen-supervised.out"_s)) {
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
        QTest::newRow("dropped") << u"listen-dropped-1006.out"_s << 1006;
        QTest::newRow("kicked") << u"listen-kicked-3003.out"_s << 3003;
        QTest::newRow("recycle") << u"listen-recycle.out"_s << 1000;
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
