// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcaquote.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

class TestZcaQuote : public QObject
{
    Q_OBJECT

    static QuotedMessage whole()
    {
        return { u"71"_s, u"72"_s, u"365"_s, u"chat.photo"_s, u"ảnh “đẹp”"_s, 1'795'330'293'000 };
    }

private slots:
    void namesTheMessageAsAListenerDoes()
    {
        const QString json = quotedMessage({ u"772"_s, true }, whole());
        QVERIFY(!json.contains(u'\n'));
        QCOMPARE(QJsonDocument::fromJson(json.toUtf8()).object(),
                 (QJsonObject { { u"threadId"_s, u"772"_s },
                                { u"msgId"_s, u"71"_s },
                                { u"cliMsgId"_s, u"72"_s },
                                { u"senderId"_s, u"365"_s },
                                { u"msgType"_s, u"chat.photo"_s },
                                { u"content"_s, u"ảnh “đẹp”"_s },
                                { u"ts"_s, u"1795330293000"_s } }));
    }

    void aDialectThatTellsNoTypeMeansAText()
    {
        QuotedMessage message = whole();
        message.msgType.clear();
        QVERIFY(quotedMessage({}, message).contains(u"\"msgType\":\"webchat\""_s));
    }

    void whatZcaWouldRefuseIsNotQuoted_data()
    {
        QTest::addColumn<QuotedMessage>("message");
        const auto row = [](const char* name, auto change) {
            QuotedMessage message = whole();
            change(message);
            QTest::newRow(name) << message;
        };
        row("no id", [](QuotedMessage& m) { m.msgId.clear(); });
        row("no id of its sender's", [](QuotedMessage& m) { m.cliMsgId.clear(); });
        row("nobody's", [](QuotedMessage& m) { m.senderId.clear(); });
        row("no time", [](QuotedMessage& m) { m.timestampMs = 0; });
        row("a poll", [](QuotedMessage& m) { m.msgType = u"group.poll"_s; });
    }

    void whatZcaWouldRefuseIsNotQuoted()
    {
        QFETCH(QuotedMessage, message);
        QCOMPARE(quotedMessage({ u"772"_s, true }, message), QString());
    }
};

Q_DECLARE_METATYPE(zalo::QuotedMessage)

QTEST_APPLESS_MAIN(TestZcaQuote)
#include "tst_zcaquote.moc"
