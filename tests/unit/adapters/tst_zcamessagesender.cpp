// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "adapters/zcamessagesender.h"
#include "fakezca.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace std::chrono_literals;
using zalo::test::FakeZca;

namespace {

//! A zca that writes down its arguments, one a line, and sends.
constexpr const char* recording = "printf '%s\\n' \"$@\" > \"$DIR/arguments\"; echo '{ msgId: 7 }'";

//! The same, with a group's history.
constexpr const char* withHistory = R"SH(if [ "$4" = recent ]; then
echo '{ "messages": [ { "msgId": "9", "cliMsgId": "91", "senderId": "512" },
 { "msgId": "8", "cliMsgId": "81", "senderId": "365" } ] }'; exit; fi
printf '%s\n' "$@" > "$DIR/arguments"; echo '{ status: 0 }')SH";

} // namespace

class TestZcaMessageSender : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeZca> m_zca;
    std::unique_ptr<ZcaRunner> m_runner;
    std::unique_ptr<ZcaMessageSender> m_sender;
    QHash<OutboundKind, Result<SendReceipt>> m_results;

    std::optional<InboundRow> m_kept; //!< the message that can be referred to
    QStringList m_lookedUp;

    void start(const Policy& policy)
    {
        // Each command waits until the test lets it go; after its answer it stays, as uploads do.
        start(policy, {},
              "while [ ! -e \"$DIR/go\" ]; do sleep 0.01; done\n"
              "echo '{ msgId: 7 }'; exec sleep 60");
    }

    void start(const Policy& policy, ZcaCapabilities capabilities, const QByteArray& script)
    {
        const QString path = m_zca->script(script);
        const ZcaProgramProvider provider = [path, capabilities]() -> Result<ZcaProgram> {
            return ZcaProgram { path, u"1"_s, ZcaDialect::OpenZca, capabilities };
        };
        m_runner = std::make_unique<ZcaRunner>(provider, m_zca->folder(), policy);
        m_sender = std::make_unique<ZcaMessageSender>(
            *m_runner, provider,
            [this](const OutboundPart& part, QObject* context,
                   const Callback<std::optional<InboundRow>>& done) {
                m_lookedUp << part.account + u' ' + part.thread.id + u' ' + part.target;
                QMetaObject::invokeMethod(
                    context, [this, done] { done(m_kept); }, Qt::QueuedConnection);
            },
            policy);
    }

    //! Why this part was not sent; Internal where it was.
    ErrorKind errorOf(const OutboundPart& part)
    {
        std::optional<Result<SendReceipt>> result;
        m_sender->send(part, this, [&result](const Result<SendReceipt>& done) { result = done; });
        return QTest::qWaitFor([&result] { return result.has_value(); }) && !*result
            ? result->error().kind
            : ErrorKind::Internal;
    }

    //! What zca was called with for this part; it says that it sent it.
    QStringList argumentsFor(const OutboundPart& part)
    {
        std::optional<Result<SendReceipt>> result;
        m_sender->send(part, this, [&result](const Result<SendReceipt>& done) { result = done; });
        if (!QTest::qWaitFor([&result] { return result.has_value(); }) || !*result) {
            return { u"failed"_s };
        }
        return QString::fromUtf8(m_zca->read(u"arguments"_s)).split(u'\n', Qt::SkipEmptyParts);
    }

    static InboundRow keptRow()
    {
        InboundRow row;
        row.msgId = u"71"_s;
        row.thread = { u"772"_s, true };
        row.payload = { { u"senderId"_s, u"365"_s },
                        { u"cliMsgId"_s, u"72"_s },
                        { u"msgType"_s, u"webchat"_s },
                        { u"text"_s, u"giá bao nhiêu?"_s },
                        { u"timestamp"_s, qint64(1'795'330'293'000) } };
        return row;
    }

    void send(OutboundKind kind, const QString& path)
    {
        const OutboundPart part { u"default"_s, { u"365"_s, false }, kind, u"a"_s, path, {} };
        m_sender->send(part, this, [this, kind](const Result<SendReceipt>& result) {
            m_results.insert(kind, result);
        });
    }

private slots:
    void init()
    {
        m_zca = std::make_unique<FakeZca>();
        m_results.clear();
        m_kept = keptRow();
        m_lookedUp.clear();
    }

    void cleanup()
    {
        m_sender.reset();
        m_runner.reset();
    }

    //! A file may go over a slow line; a text that takes so long is stuck.
    void aFileMayTakeLongerThanAText()
    {
        Policy policy;
        policy.stopGrace = 200ms;
        policy.sendDeadline = 100ms;
        start(policy);
        send(OutboundKind::Video, u"/a.mp4"_s);
        send(OutboundKind::Text, {});
        QTRY_VERIFY(m_results.contains(OutboundKind::Text));
        QCOMPARE(m_results[OutboundKind::Text].error().kind, ErrorKind::Uncertain);
        QVERIFY(!m_results.contains(OutboundKind::Video));
        m_zca->script(u"go"_s, {});
        QTRY_VERIFY(m_results.contains(OutboundKind::Video));
        QVERIFY(m_results[OutboundKind::Video].has_value());
        QCOMPARE(m_results[OutboundKind::Video]->messageIds, QStringList { u"7"_s });
    }

    //! openzca cuts a text whose request is large, too: what is refused may be its second piece.
    void aTextThatMayGoInPieces()
    {
        start({});
        const auto stage = [this](OutboundKind kind, const QString& text) {
            return m_sender->stageOf({ u"default"_s, { u"365"_s, true }, kind, text, {}, {} });
        };
        QCOMPARE(stage(OutboundKind::Text, QString(2'000, u'x')), SendStage::Begun);
        QCOMPARE(stage(OutboundKind::Text, QString(2'001, u'x')), SendStage::BegunInPieces);
        QCOMPARE(stage(OutboundKind::Text, QString(1'950, u'"')), SendStage::BegunInPieces);
        QCOMPARE(stage(OutboundKind::Text, QString(1'950, u'\n')), SendStage::BegunInPieces);
        QCOMPARE(stage(OutboundKind::Text, QString(700, u'\x1b')), SendStage::BegunInPieces);
        QCOMPARE(stage(OutboundKind::Text, u"@Lan "_s.repeated(40)), SendStage::BegunInPieces);
        QCOMPARE(stage(OutboundKind::Image, QString(2'001, u'x')), SendStage::Begun);
    }

    //! What zca uploads goes over the listener's connection; the rest it asks of a web server.
    void uploadsNeedTheConnection()
    {
        start({});
        const auto needs = [this](OutboundKind kind, const QString& path) {
            return m_sender->needsConnection(kind, path);
        };
        for (const OutboundKind kind :
             { OutboundKind::File, OutboundKind::Video, OutboundKind::Voice }) {
            QVERIFY(needs(kind, u"/a.png"_s));
        }
        QVERIFY(!needs(OutboundKind::Image, u"/a.png"_s));
        QVERIFY(needs(OutboundKind::Image, u"/a.heic"_s)); // a file to zca
        QVERIFY(!needs(OutboundKind::Text, {}));
        QVERIFY(!needs(OutboundKind::Url, {}));
        for (const OutboundKind kind :
             { OutboundKind::Sticker, OutboundKind::Reaction, OutboundKind::Unsend }) {
            QVERIFY(!needs(kind, {}));
        }
    }

    void aTextQuotesTheMessageThatItAnswers()
    {
        start({}, ZcaCapability::SendReply | ZcaCapability::TextStyles, recording);
        OutboundPart part { u"default"_s, { u"772"_s, true }, OutboundKind::Text, u"5k"_s, {}, {} };
        part.styles = { { 0, 2, TextStyle::Bold } };
        part.account = u"512"_s;
        part.target = u"71"_s;
        const QStringList arguments = argumentsFor(part);
        QCOMPARE(m_lookedUp, QStringList { u"512 772 71"_s });
        const qsizetype option = arguments.indexOf(u"--reply-message"_s);
        QVERIFY2(option > 0, qPrintable(arguments.join(u' ')));
        const QJsonObject quoted =
            QJsonDocument::fromJson(arguments.value(option + 1).toUtf8()).object();
        QCOMPARE(quoted,
                 (QJsonObject { { u"threadId"_s, u"772"_s },
                                { u"msgId"_s, u"71"_s },
                                { u"cliMsgId"_s, u"72"_s },
                                { u"senderId"_s, u"365"_s },
                                { u"msgType"_s, u"webchat"_s },
                                { u"content"_s, u"giá bao nhiêu?"_s },
                                { u"ts"_s, u"1795330293000"_s } }));
        QCOMPARE(arguments.constLast(), u"{small}**5k**{/small}"_s);
    }

    //! No answer is lost because its quote cannot go along.
    void anAnswerGoesWithoutItsQuote_data()
    {
        QTest::addColumn<ZcaCapabilities>("capabilities");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QStringList>("lookedUp");
        const ZcaCapabilities all = ZcaCapability::SendReply;
        QTest::newRow("not kept any more") << all << u"71"_s << QStringList { u" 772 71"_s };
        QTest::newRow("it answers nothing") << all << QString() << QStringList();
        QTest::newRow("zca cannot") << ZcaCapabilities() << u"71"_s << QStringList();
    }

    void anAnswerGoesWithoutItsQuote()
    {
        QFETCH(ZcaCapabilities, capabilities);
        QFETCH(QString, target);
        m_kept.reset();
        start({}, capabilities, recording);
        OutboundPart part { u"default"_s, { u"772"_s, true }, OutboundKind::Text, u"5k"_s, {}, {} };
        part.target = target;
        QCOMPARE(argumentsFor(part),
                 (QStringList { u"--profile"_s, u"default"_s, u"msg"_s, u"send"_s, u"-g"_s,
                                u"772"_s, u"--"_s, u"5k"_s }));
        QTEST(m_lookedUp, "lookedUp");
    }

    void whatZcaCannotIsNotTried()
    {
        start({}, {}, recording);
        for (const OutboundKind kind :
             { OutboundKind::Sticker, OutboundKind::Reaction, OutboundKind::Unsend }) {
            OutboundPart part { u"default"_s, { u"772"_s, true }, kind, u"21978"_s, {}, {} };
            part.target = u"71"_s;
            QCOMPARE(errorOf(part), ErrorKind::ZcaCannot);
        }
        QVERIFY(!m_zca->has(u"arguments"_s));
        QVERIFY(m_lookedUp.isEmpty());
    }

    void aStickerGoesByItsNumber()
    {
        start({}, ZcaCapability::MsgSticker, recording);
        const OutboundPart part {
            u"default"_s, { u"772"_s, true }, OutboundKind::Sticker, u"21978"_s, {}, {}
        };
        QCOMPARE(argumentsFor(part).join(u' '), u"--profile default msg sticker -g 772 -- 21978"_s);
    }

    void aReactionIsToAMessageThatIsKept()
    {
        start({}, ZcaCapability::MsgReact, recording);
        OutboundPart part {
            u"default"_s, { u"772"_s, true }, OutboundKind::Reaction, u"❤️"_s, {}, {}
        };
        part.account = u"512"_s;
        part.target = u"71"_s;
        QCOMPARE(argumentsFor(part).join(u' '),
                 u"--profile default msg react -g -- 71 72 772 /-heart"_s);
        m_kept.reset();
        QCOMPARE(errorOf(part), ErrorKind::MessageUnknown);
    }

    //! Kept or in the group's history; zca does not tell it of what it sends.
    void onlyWhatTheAccountWroteIsTakenBack_data()
    {
        QTest::addColumn<QString>("sender");
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("isGroup");
        QTest::addColumn<QString>("expected");
        QTest::newRow("kept") << u"512"_s << u"71"_s << false << u"71 72 772"_s;
        QTest::newRow("kept, somebody else's") << u"365"_s << u"71"_s << true << QString();
        QTest::newRow("in the history") << QString() << u"9"_s << true << u"9 91 772"_s;
        QTest::newRow("somebody else's there") << QString() << u"8"_s << true << QString();
        QTest::newRow("a direct chat has none") << QString() << u"9"_s << false << QString();
    }

    void onlyWhatTheAccountWroteIsTakenBack()
    {
        QFETCH(QString, sender);
        QFETCH(QString, target);
        QFETCH(bool, isGroup);
        QFETCH(QString, expected);
        m_kept->payload[u"senderId"_s] = sender;
        if (sender.isEmpty()) {
            m_kept.reset();
        }
        start({}, ZcaCapability::MsgUndo | ZcaCapability::MsgRecent, withHistory);
        OutboundPart part { u"default"_s, { u"772"_s, isGroup }, OutboundKind::Unsend, {}, {}, {} };
        part.account = u"512"_s;
        part.target = target;
        if (expected.isEmpty()) {
            QCOMPARE(errorOf(part), ErrorKind::MessageUnknown);
        } else {
            const QString arguments = argumentsFor(part).join(u' ');
            QVERIFY2(arguments.contains(u" msg undo "), qPrintable(arguments));
            QVERIFY2(arguments.endsWith(u" -- "_s + expected), qPrintable(arguments));
        }
    }

    //! Before anything was sent, nothing is uncertain.
    void aHistoryThatCannotBeHadIsCertain()
    {
        m_kept.reset();
        start({}, ZcaCapability::MsgUndo | ZcaCapability::MsgRecent,
              "echo 'Error: fetch failed' >&2; exit 1");
        OutboundPart part { u"default"_s, { u"772"_s, true }, OutboundKind::Unsend, {}, {}, {} };
        part.target = u"9"_s;
        const ErrorKind kind = errorOf(part);
        QCOMPARE(kind, ErrorKind::MessageUnknown);
        QVERIFY(!possiblySent(kind, m_sender->stageOf(part)));
    }

    //! zca knows names that the companion's list does not have. Nothing was sent when it refuses.
    void aMentionThatIsUnclearIsNone()
    {
        start({}, ZcaCapability::SendReply,
              "case \"$*\" in *--reply-message*) echo quoted >>\"$DIR/quotes\";; esac\n"
              "for last; do :; done; echo \"$last\" >>\"$DIR/texts\"\n"
              "case \"$last\" in\n"
              "@*) echo 'Error: Ambiguous mention \"@Lan\": matched multiple group members.'"
              " >&2; exit 1;;\n"
              "*) echo '{ msgId: 8 }';; esac");
        const auto sendText = [this](const StyleSpans& styles) {
            OutboundPart part {
                u"default"_s, { u"772"_s, true }, OutboundKind::Text, u"@Lan ơi"_s, {}, {}
            };
            part.styles = styles;
            part.target = u"71"_s;
            m_results.clear();
            m_sender->send(part, this, [this](const Result<SendReceipt>& result) {
                m_results.insert(OutboundKind::Text, result);
            });
        };
        sendText({ { 0, 4, TextStyle::Mention } });
        QTRY_VERIFY(m_results.contains(OutboundKind::Text));
        QVERIFY(m_results[OutboundKind::Text].has_value());
        QCOMPARE(m_zca->read(u"texts"_s), QByteArray("@Lan ơi\n\u200b@Lan ơi\n"));
        QCOMPARE(m_zca->read(u"quotes"_s), QByteArray("quoted\nquoted\n"));
    }

    void onlyAPictureTakesItsCaption()
    {
        start({});
        QVERIFY(m_sender->takesCaption(OutboundKind::Image, u"/a.png"_s));
        QVERIFY(!m_sender->takesCaption(OutboundKind::Image, u"/a.heic"_s));
        // zca would send these captions as messages of their own, and not say so if one fails.
        QVERIFY(!m_sender->takesCaption(OutboundKind::Image, u"/a.gif"_s));
        QVERIFY(!m_sender->takesCaption(OutboundKind::Image, u"/a.JPG"_s));
        for (const OutboundKind kind :
             { OutboundKind::File, OutboundKind::Video, OutboundKind::Voice }) {
            QVERIFY(!m_sender->takesCaption(kind, u"/a.png"_s));
        }
    }
};

QTEST_GUILESS_MAIN(TestZcaMessageSender)
#include "tst_zcamessagesender.moc"
