// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "adapters/zcamessagesender.h"
#include "fakezca.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace std::chrono_literals;
using zalo::test::FakeZca;

class TestZcaMessageSender : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeZca> m_zca;
    std::unique_ptr<ZcaRunner> m_runner;
    std::unique_ptr<ZcaMessageSender> m_sender;
    QHash<OutboundKind, Result<SendReceipt>> m_results;

    void start(const Policy& policy)
    {
        // Each command waits until the test lets it go; after its answer it stays, as uploads do.
        const QString path = m_zca->script("while [ ! -e \"$DIR/go\" ]; do sleep 0.01; done\n"
                                           "echo '{ msgId: 7 }'; exec sleep 60");
        const ZcaProgramProvider provider = [path]() -> Result<ZcaProgram> {
            return ZcaProgram { path, u"1"_s, ZcaDialect::OpenZca, {} };
        };
        m_runner = std::make_unique<ZcaRunner>(provider, m_zca->folder(), policy);
        m_sender = std::make_unique<ZcaMessageSender>(*m_runner, provider, policy);
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
    }

    //! zca knows names that the companion's list does not have. Nothing was sent when it refuses.
    void aMentionThatIsUnclearIsNone()
    {
        start({});
        m_zca->script(
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
            m_results.clear();
            m_sender->send(part, this, [this](const Result<SendReceipt>& result) {
                m_results.insert(OutboundKind::Text, result);
            });
        };
        sendText({ { 0, 4, TextStyle::Mention } });
        QTRY_VERIFY(m_results.contains(OutboundKind::Text));
        QVERIFY(m_results[OutboundKind::Text].has_value());
        QCOMPARE(m_zca->read(u"texts"_s), QByteArray("@Lan ơi\n\u200b@Lan ơi\n"));
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
