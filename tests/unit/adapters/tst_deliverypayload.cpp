// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "adapters/deliverypayload.h"

#include "zca/zcamessageparser.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

namespace {

//! The messages that a real listener printed, in order.
QList<InboundMessage> recordedMessages()
{
    QFile file(QStringLiteral(ZALO_TEST_DATA "/zca/listen-sample.jsonl"));
    QList<InboundMessage> messages;
    if (!file.open(QIODevice::ReadOnly)) {
        return messages;
    }
    while (!file.atEnd()) {
        const ListenLine line = parseListenLine(file.readLine().trimmed());
        if (const auto* message = std::get_if<InboundMessage>(&line)) {
            messages << *message;
        }
    }
    return messages;
}

} // namespace

class TestDeliveryPayload : public QObject
{
    Q_OBJECT

private slots:
    void plainMessage()
    {
        const QJsonObject json = deliveryPayload(recordedMessages().at(0));
        QCOMPARE(json[u"text"].toString(), u"Chào bot, hôm nay thế nào?"_s);
        QCOMPARE(json[u"senderId"].toString(), u"365333052772575247"_s);
        QCOMPARE(json[u"senderName"].toString(), u"Phạm Văn Tâm 🌸"_s);
        QCOMPARE(json[u"timestamp"].toInteger(), 1795330293247);
        QCOMPARE(json[u"msgType"].toString(), u"webchat"_s);
        QVERIFY(json[u"mentions"].toArray().isEmpty() && json[u"media"].toArray().isEmpty());
        QVERIFY(!json.contains(u"quote") && !json.contains(u"threadName"));
    }

    void mention()
    {
        const QJsonObject json = deliveryPayload(recordedMessages().at(1));
        QCOMPARE(json[u"mentions"].toArray(),
                 (QJsonArray { QJsonObject {
                     { u"uid"_s, u"512345678901234567"_s }, { u"pos"_s, 0 }, { u"len"_s, 16 } } }));
    }

    void medium()
    {
        const QJsonObject medium =
            deliveryPayload(recordedMessages().at(2))[u"media"][0].toObject();
        QCOMPARE(medium[u"kind"].toString(), u"image"_s);
        QCOMPARE(medium[u"mime"].toString(), u"image/png"_s);
        QVERIFY(medium[u"path"].toString().endsWith(u".png"));
        QVERIFY(medium[u"url"].toString().startsWith(u"https://"));
    }

    //! The message waits no longer for what is still being fetched.
    void whatIsLateIsMissing()
    {
        InboundRow row;
        const QJsonObject here { { u"kind"_s, u"image"_s }, { u"path"_s, u"/a"_s } };
        const QJsonObject refused { { u"missing"_s, true }, { u"reason"_s, u"refused"_s } };
        QJsonObject late { { u"url"_s, u"https://f1.zdn.vn/a"_s } };
        row.payload[u"media"_s] = QJsonArray { here, refused, late };
        QCOMPARE(deliveryParams(row, false)[u"media"].toArray(), row.payload[u"media"].toArray());
        row.wantsMedia = true;
        late[u"missing"_s] = true;
        late[u"reason"_s] = u"late"_s;
        QCOMPARE(deliveryParams(row, false)[u"media"].toArray(),
                 (QJsonArray { here, refused, late }));
    }

    void quote()
    {
        const QJsonObject quote = deliveryPayload(recordedMessages().at(3))[u"quote"].toObject();
        QCOMPARE(quote[u"text"].toString(), u"Họp lúc 3h?"_s);
        QCOMPARE(quote[u"senderName"].toString(), u"Nguyễn Minh Anh"_s);
        QCOMPARE(quote[u"timestamp"].toInteger(), 1795330233521);
    }

    void givesAllParametersOfTheRequest()
    {
        InboundRow row;
        row.profile = u"default"_s;
        row.account = u"51"_s;
        row.msgId = u"7"_s;
        row.thread = { u"g1"_s, true };
        row.receivedMs = 1'700'000'000'000;
        row.payload = { { u"text"_s, u"chào 7"_s } };
        const QJsonObject expected {
            { u"text"_s, u"chào 7"_s }, { u"profile"_s, u"default"_s },
            { u"msgId"_s, u"7"_s },     { u"threadId"_s, u"g1"_s },
            { u"isGroup"_s, true },     { u"receivedAt"_s, row.receivedMs },
            { u"backlog"_s, false },    { u"attempt"_s, 1 },
            { u"account"_s, u"51"_s },
        };
        QCOMPARE(deliveryParams(row, false), expected);
        row.attempts = 2;
        QCOMPARE(deliveryParams(row, true).value(u"attempt"_s).toInt(), 3);
        QVERIFY(deliveryParams(row, true).value(u"backlog"_s).toBool());
        row.acceptedMs = 1'700'000'060'000;
        QCOMPARE(deliveryParams(row, true).value(u"acceptedBefore"_s).toInteger(), row.acceptedMs);
    }
};

QTEST_APPLESS_MAIN(TestDeliveryPayload)
#include "tst_deliverypayload.moc"
