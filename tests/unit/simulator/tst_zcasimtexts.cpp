// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What zca makes of texts and files before Zalo has them (ZCA.md 10).

#include "simtext.h"
#include "simulation.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo::sim;

namespace {

const auto groupId = u"772797855570859122"_s;

} // namespace

class TestZcaSimTexts : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void marks_data();
    void marks();
    void aRawTextKeepsItsMarks();
    void stylesAreCutWithTheirText();
    void rawTextsMentionToo();
    void whatIsNoMention_data();
    void whatIsNoMention();
    void noMentionOutsideOfGroups();
    void aNameThatTwoShare();
    void anUnknownGroupHasNoMembers();
    void anAnswerQuotesItsMessage();
    void whatIsNoQuote_data();
    void whatIsNoQuote();
    void aTextIsSplitByItsRequest();
    void aMentionIsNotCut();
    void theFirstPieceHasGone();
    void files_data();
    void files();
    void aGifWithoutId();
    void aCaptionStaysSent();

private:
    //! An answer to a person, with what quotes the message.
    Ran answer(const QStringList& quoting);
    Ran send(const QString& text, const QString& thread = groupId);
    QList<QJsonObject> outbox() { return objectsIn(m_sim->ctl(words("outbox")).out); }
    //! The first member beside the account, whose alias and name are as one.
    QJsonObject member();

    std::unique_ptr<Simulation> m_sim;
};

void TestZcaSimTexts::init()
{
    m_sim = std::make_unique<Simulation>();
    QCOMPARE(m_sim->ctl(words("login")).exitCode, 0);
}

Ran TestZcaSimTexts::send(const QString& text, const QString& thread)
{
    QStringList arguments = words("msg send --raw");
    if (thread.startsWith(u'7')) {
        arguments << u"-g"_s;
    }
    return m_sim->run(arguments + QStringList { thread, u"--"_s, text });
}

QJsonObject TestZcaSimTexts::member()
{
    const Ran ran = m_sim->run(words("group members -j") + QStringList(groupId));
    return QJsonDocument::fromJson(ran.out).array().at(1).toObject();
}

//! As the real program reads them, with its mistakes.
void TestZcaSimTexts::marks_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("styles");
    const auto row = [](const char* name, const QString& given, const QString& text,
                        const QString& styles) { QTest::newRow(name) << given << text << styles; };
    row("none", u"Xin chào"_s, u"Xin chào"_s, {});
    row("inline", u"**a** *b* __c__ _d_ ~~e~~"_s, u"a b c d e"_s, u"b0+1 i2+1 b4+1 i6+1 s8+1"_s);
    row("one in another", u"*a **b** c*"_s, u"a b c"_s, u"b2+1 i0+5"_s);
    row("tags", u"{red}a{/red} {small}b{/small} {big}{red}c{/red}{/big}"_s, u"a b {red}c{/red}"_s,
        u"c_db342e0+1 f_184+12"_s);
    row("in a word", u"a_b_c 2*3*4"_s, u"a_b_c 234"_s, u"i7+1"_s);
    row("escaped", u"\\*a\\* **b\\*c**"_s, u"*a* b*c"_s, u"b4+3"_s);
    row("headings", u"# a\n## b\n##### c"_s, u"a\nb\n##### c"_s, u"b0+1 f_180+1 b2+1"_s);
    row("lists", u"- a\n  * b\n1. c\n- [x] d"_s, u"a\nb\nc\n- [x] d"_s,
        u"lst_10+1 ind_102+1 lst_12+1 lst_24+1"_s);
    row("indents", u"> a\n>   b\n            c"_s, u"a\nb\nc"_s,
        u"ind_100+1 ind_202+1 ind_504+1"_s);
    row("code", u"```js\n  **a**\n\tb\n```\nc"_s,
        u"\u00a0\u00a0**a**\n\u00a0\u00a0\u00a0\u00a0b\nc"_s, {});
    row("a list behind code stands too low", u"```\na\n```\n- b\nc\nd"_s, u"a\nb\nc\nd"_s,
        u"lst_16+1"_s);
    row("not over a line end", u"**a\nb**"_s, u"**a\nb**"_s, {});
}

void TestZcaSimTexts::marks()
{
    QFETCH(QString, given);
    const Ran ran = m_sim->run({ u"msg"_s, u"send"_s, u"365333052772575247"_s, u"--"_s, given });
    QCOMPARE(ran.exitCode, 0);
    const QJsonObject sent = outbox().value(0);
    QTEST(sent[u"text"].toString(), "text");
    QStringList styles;
    for (const QJsonValue& style : sent[u"styles"].toArray()) {
        styles << u"%1%2+%3"_s.arg(style[u"st"].toString())
                      .arg(style[u"start"].toInt())
                      .arg(style[u"len"].toInt());
    }
    QTEST(styles.join(u' '), "styles");
}

void TestZcaSimTexts::aRawTextKeepsItsMarks()
{
    QCOMPARE(send(u"**a**"_s, u"365333052772575247"_s).exitCode, 0);
    QCOMPARE(outbox().value(0)[u"text"].toString(), u"**a**"_s);
    QVERIFY(!outbox().value(0).contains(u"styles"_s));
}

void TestZcaSimTexts::stylesAreCutWithTheirText()
{
    m_sim->setEnvironment(u"OPENZCA_TEXT_MESSAGE_MAX_LENGTH"_s, u"4"_s);
    QCOMPARE(m_sim->run({ u"msg"_s, u"send"_s, u"365333052772575247"_s, u"--"_s, u"a **b c d**"_s })
                 .exitCode,
             0);
    const QList<QJsonObject> sent = outbox();
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent[0][u"text"].toString(), u"a b "_s);
    QCOMPARE(sent[0][u"styles"][0][u"start"].toInt(), 2);
    QCOMPARE(sent[1][u"text"].toString(), u"c d"_s);
    QCOMPARE(sent[1][u"styles"][0][u"len"].toInt(), 3);
}

void TestZcaSimTexts::rawTextsMentionToo()
{
    const QString name = member()[u"displayName"].toString();
    QCOMPARE(send(u"chào @%1, khoẻ không?"_s.arg(name.toUpper())).exitCode, 0);
    const QList<QJsonObject> sent = outbox();
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0][u"mentions"].toArray(),
             (QJsonArray { QJsonObject { { u"uid"_s, member()[u"userId"].toString() },
                                         { u"pos"_s, 5 },
                                         { u"len"_s, name.size() + 1 } } }));
}

void TestZcaSimTexts::whatIsNoMention_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("in a word") << u"x"_s << QString();
    QTest::newRow("with more") << QString() << u"x"_s;
    QTest::newRow("in an address") << u"a."_s << u".vn"_s;
}

void TestZcaSimTexts::whatIsNoMention()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QCOMPARE(send(before + u'@' + member()[u"displayName"].toString() + after).exitCode, 0);
    QVERIFY(!outbox().value(0).contains(u"mentions"_s));
}

void TestZcaSimTexts::noMentionOutsideOfGroups()
{
    QCOMPARE(send(u"@"_s + member()[u"displayName"].toString(), u"365333052772575247"_s).exitCode,
             0);
    QVERIFY(!outbox().value(0).contains(u"mentions"_s));
}

void TestZcaSimTexts::aNameThatTwoShare()
{
    QCOMPARE(m_sim->ctl({ u"set"_s, u"ambiguous-mention=Lan"_s }).exitCode, 0);
    const Ran ran = send(u"gọi @lan nhé"_s);
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(ran.err,
             QByteArray("Error: Ambiguous mention \"@lan\": matched multiple group members.\n"));
    QVERIFY(outbox().isEmpty());
    QCOMPARE(send(u"gọi @lannhé"_s).exitCode, 0);
}

void TestZcaSimTexts::anUnknownGroupHasNoMembers()
{
    QCOMPARE(send(u"@ai đó"_s, u"799"_s).err, QByteArray("Error: Group not found: 799\n"));
    QCOMPARE(send(u"ai đó"_s, u"799"_s).exitCode, 0);
}

Ran TestZcaSimTexts::answer(const QStringList& quoting)
{
    return m_sim->run(words("msg send --raw") + quoting
                      + QStringList { u"365333052772575247"_s, u"--"_s, u"dạ"_s });
}

void TestZcaSimTexts::anAnswerQuotesItsMessage()
{
    const QString message =
        uR"({"threadId":"365333052772575247","msgId":"71","cliMsgId":"72","content":"giá?",)"
        uR"("msgType":"webchat","senderId":"365333052772575247","ts":"1795330293000"})"_s;
    const Ran ran = answer({ u"--reply-message"_s, message });
    QCOMPARE(ran.exitCode, 0);
    QVERIFY(ran.out.startsWith("{ message: { msgId: "));
    QCOMPARE(outbox().value(0)[u"quote"].toObject(),
             (QJsonObject { { u"msgId"_s, u"71"_s },
                            { u"cliMsgId"_s, u"72"_s },
                            { u"ownerId"_s, u"365333052772575247"_s },
                            { u"msg"_s, u"giá?"_s },
                            { u"ts"_s, qint64(1'795'330'293'000) } }));
}

void TestZcaSimTexts::whatIsNoQuote_data()
{
    QTest::addColumn<QStringList>("quoting");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char* option, const char* value, const char* error) {
        QTest::newRow(error) << QStringList { QString::fromLatin1(option),
                                              QString::fromUtf8(value) }
                             << QByteArray(error);
    };
    row("--reply-id", "71", "`--reply-id` requires the local DB. Enable DB/listen sync first.");
    row("--reply-message", "[]",
        "Reply message must be a JSON object matching the raw message.data shape.");
    row("--reply-message", "{}", "Reply message content must be a string or object.");
    row("--reply-message", R"({"content":"a","msgType":"webchat","senderId":"3","msgId":"7"})",
        "Missing reply message cliMsgId.");
    row("--reply-message",
        R"({"content":"a","msgType":"webchat","senderId":"3","msgId":"7","cliMsgId":"8","ts":"9","threadId":"4"})",
        "Reply message belongs to a different thread.");
}

void TestZcaSimTexts::whatIsNoQuote()
{
    QFETCH(QStringList, quoting);
    QFETCH(QByteArray, error);
    const Ran ran = answer(quoting);
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(ran.err, "Error: " + error + '\n');
    QVERIFY(outbox().isEmpty());
}

//! 1,990 quotes are one message by their number, and two by their request.
void TestZcaSimTexts::aTextIsSplitByItsRequest()
{
    QCOMPARE(send(QString(1'990, u'"'), u"365333052772575247"_s).exitCode, 0);
    QList<QJsonObject> sent = outbox();
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent[0][u"text"].toString() + sent[1][u"text"].toString(), QString(1'990, u'"'));
    QCOMPARE(sent[1][u"chunks"].toInt(), 2);

    m_sim->setEnvironment(u"OPENZCA_TEXT_REQUEST_PARAMS_MAX_ESTIMATE"_s, u"9000"_s);
    QCOMPARE(send(QString(1'990, u'"'), u"365333052772575247"_s).exitCode, 0);
    sent = outbox();
    QCOMPARE(sent.size(), 3);
    QCOMPARE(sent[2][u"text"].toString().size(), 1'990);
}

void TestZcaSimTexts::aMentionIsNotCut()
{
    m_sim->setEnvironment(u"OPENZCA_TEXT_MESSAGE_MAX_LENGTH"_s, u"20"_s);
    const QString name = member()[u"displayName"].toString();
    QVERIFY(name.contains(u' ') && name.size() < 20);
    QCOMPARE(send(u"một hai ba @"_s + name).exitCode, 0);
    const QList<QJsonObject> sent = outbox();
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent[1][u"text"].toString(), u'@' + name);
    QCOMPARE(sent[1][u"mentions"][0][u"pos"].toInt(-1), 0);
}

void TestZcaSimTexts::theFirstPieceHasGone()
{
    QCOMPARE(m_sim->ctl(words("set fail-chunk=2")).exitCode, 0);
    const Ran ran = send(QString(1'990, u'\\'), u"365333052772575247"_s);
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(ran.out, QByteArray());
    QCOMPARE(outbox().size(), 1);
}

void TestZcaSimTexts::files_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("out");
    QTest::addColumn<QByteArray>("err");
    QTest::newRow("empty") << u"a.txt"_s << QByteArray()
                           << QByteArray("{ message: null, attachment: [] }\n") << QByteArray();
    QTest::newRow("a program") << u"a.exe"_s << QByteArray("MZ") << QByteArray()
                               << QByteArray("Error: File extension \"exe\" is not allowed\n");
    QTest::newRow("no picture") << u"a.png"_s << QByteArray("chữ") << QByteArray()
                                << QByteArray("Error: unsupported file type: undefined\n");
}

void TestZcaSimTexts::files()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFile file(m_sim->path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QCOMPARE(m_sim->ctl(words("set upload-linger=0")).exitCode, 0);
    const Ran ran = m_sim->run({ u"msg"_s, u"upload"_s, file.fileName(), u"1"_s });
    QFETCH(QByteArray, err);
    QCOMPARE(ran.exitCode, err.isEmpty() ? 0 : 1);
    QTEST(ran.out, "out");
    QCOMPARE(ran.err, err);
    QVERIFY(outbox().isEmpty());
}

void TestZcaSimTexts::aGifWithoutId()
{
    QFile file(m_sim->path(u"a.gif"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("GIF89a");
    file.close();
    QCOMPARE(m_sim->ctl(words("set gif-without-id=1")).exitCode, 0);
    const Ran ran = m_sim->run({ u"msg"_s, u"image"_s, u"1"_s, file.fileName() });
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(ran.out, QByteArray("{ message: null, attachment: [] }\n"));
    QVERIFY(outbox().isEmpty());
}

void TestZcaSimTexts::aCaptionStaysSent()
{
    QFile file(m_sim->path(u"a.JPG"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("chữ");
    file.close();
    const Ran ran =
        m_sim->run({ u"msg"_s, u"image"_s, u"1"_s, file.fileName(), u"-m"_s, u"ảnh đây"_s });
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(outbox().size(), 1);
    QCOMPARE(outbox()[0][u"text"].toString(), u"ảnh đây"_s);
}

QTEST_GUILESS_MAIN(TestZcaSimTexts)
#include "tst_zcasimtexts.moc"
