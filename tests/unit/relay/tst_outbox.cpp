// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "examplerows.h"
#include "fakemessagesender.h"
#include "falseclock.h"
#include "messagestore/relayschema.h"
#include "relay/outbox.h"
#include "temporarystore.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace zalo::test;
using namespace std::chrono_literals;

class TestOutbox : public QObject
{
    Q_OBJECT

    TemporaryStore m_store;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<FakeMessageSender> m_sender;
    FalseClock m_clock;
    qint64 m_skippedUnderWay = 0; //!< how far the clock jumps once a send is under way

    //! Starts the outbox anew on the same file, as after an end of the program.
    void start(const Policy& policy = {})
    {
        m_outbox.reset();
        m_sender = std::make_unique<FakeMessageSender>();
        Clock clock = m_clock.clock();
        QVERIFY(m_store.open(clock));
        clock.steadyMs = [this, skipped = clock.steadyMs] {
            const bool isUnderWay = m_outbox && m_outbox->underWay() > 0;
            return skipped() + (isUnderWay ? m_skippedUnderWay : 0);
        };
        m_outbox = std::make_unique<Outbox>(m_store.get(), m_sender.get(), policy, clock);
        m_outbox->start();
        m_outbox->setAccount(home, owner, u"Minh Anh"_s);
        m_outbox->setConnected(home, true);
    }

    //! Sends without waiting; the answer comes to the pointer's target.
    std::shared_ptr<std::optional<Result<OutboundRow>>> send(const OutboundRequest& request)
    {
        auto answer = std::make_shared<std::optional<Result<OutboundRow>>>();
        m_outbox->send(request, this, [answer](const Result<OutboundRow>& row) { *answer = row; });
        return answer;
    }

    void answer(int call, const Result<SendReceipt>& result)
    {
        m_sender->calls.at(call).done(result);
    }

    static SendReceipt receipt(const QString& id) { return { { id } }; }

private slots:
    void init()
    {
        m_store.reset();
        m_clock = FalseClock();
        m_skippedUnderWay = 0;
        start();
    }

    void cleanup()
    {
        m_outbox.reset();
        m_store.close();
    }

    void sendsAndTellsTheMessagesId()
    {
        OutboundRequest link = outboundRequest(u"k"_s);
        link.kind = OutboundKind::Url;
        link.url = u"https://example.org/"_s;
        link.text.clear();
        const auto row = send(link);
        QTRY_COMPARE(m_sender->calls.size(), 1);
        const OutboundPart part = m_sender->calls.at(0).part;
        QCOMPARE(part.profile, home);
        QCOMPARE(part.thread.id, u"t1"_s);
        QCOMPARE(part.kind, OutboundKind::Url);
        QCOMPARE(part.url, link.url);
        QVERIFY(!*row);
        QCOMPARE(m_outbox->underWay(), 1);
        answer(0, receipt(u"555"_s));
        QTRY_VERIFY(*row);
        QCOMPARE((**row)->state, OutboundState::Sent);
        QCOMPARE((**row)->messageIds(), QStringList { u"555"_s });
        QCOMPARE(m_outbox->underWay(), 0);
    }

    //! A line end behind a text that just fits is no message of its own.
    void sendsNoBlankMessage_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("sent");
        const QString full(2'000, u'x');
        QTest::newRow("a line end too many") << full + u'\n' << QStringList { full };
        QTest::newRow("spaces and line ends") << full + u" \r\n\t "_s << QStringList { full };
        QTest::newRow("between two texts")
            << full + QString(2'000, u'\n') + u"y"_s << QStringList { full, u"y"_s };
        QTest::newRow("a line end that fits") << u"x\n"_s << QStringList { u"x\n"_s };
    }

    void sendsNoBlankMessage()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, sent);
        m_sender->answersByItself = true;
        OutboundRequest request = outboundRequest(u"k"_s);
        request.text = text;
        const auto row = send(request);
        QTRY_VERIFY(*row);
        QCOMPARE(m_sender->texts(), sent);
    }

    //! It is stored that it is being sent, and nobody does: its end could not be stored.
    void aSendThatIsUnderWayNowhereIsUncertain()
    {
        OutboundRow stored = outboundRow(u"k"_s);
        const auto added = awaited<EnqueuedOutbound>([&](QObject* context, auto done) {
            m_store->outbound().enqueue(stored, context, done);
        });
        QVERIFY(added);
        QVERIFY(awaited<OutboundRow>([&](QObject* context, auto done) {
            m_store->outbound().markStarted(home, added->row.id, 0, context, done);
        }));
        OutboundRequest request = outboundRequest(u"k"_s);
        request.owner = stored.owner;
        const auto row = send(request);
        QTRY_VERIFY(*row);
        QCOMPARE((**row)->state, OutboundState::Uncertain);
        QCOMPARE((**row)->parts.constFirst().state, OutboundState::Uncertain);
        QVERIFY(m_sender->calls.isEmpty());
    }

    //! However soon after a send the program ends, what zca was not started for goes with the next
    //! run.
    void anEndBeforeZcaStartsLeavesTheSendQueued()
    {
        for (int round = 0; round < 20; ++round) {
            start();
            const QString key = u"k%1"_s.arg(round);
            (void)send(outboundRequest(key));
            for (int turns = 0; turns < round; ++turns) {
                QCoreApplication::processEvents();
            }
            QSignalSpy idle(m_outbox.get(), &Outbox::idle);
            m_outbox->end();
            QTRY_VERIFY(!idle.isEmpty() || !m_sender->calls.isEmpty());
            if (!m_sender->calls.isEmpty()) { // zca was faster
                answer(0, receipt(key));
                QTRY_COMPARE(idle.size(), 1);
                continue;
            }
            start();
            QTRY_COMPARE(m_sender->texts(), QStringList { u"text "_s + key });
            answer(0, receipt(key));
            m_store.settle();
        }
    }

    void aCaptionThatDoesNotGoWithItsMediumIsATextOfItsOwn_data()
    {
        QTest::addColumn<OutboundKind>("kind");
        QTest::addColumn<QString>("caption");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, OutboundKind kind, const QString& caption,
                            const QStringList& expected) {
            QTest::newRow(name) << kind << caption << expected;
        };
        const QString words = u"lời"_s;
        const QString none;
        row("a picture takes it", OutboundKind::Image, words, { u"image lời"_s });
        row("a picture without", OutboundKind::Image, none, { u"image "_s });
        row("only blanks", OutboundKind::File, u" \n"_s, { u"file "_s });
        row("below a file", OutboundKind::File, words, { u"file "_s, u"text lời"_s });
        row("below a video", OutboundKind::Video, words, { u"video "_s, u"text lời"_s });
        row("below a voice message", OutboundKind::Voice, words, { u"voice "_s, u"text lời"_s });
        row("before a link", OutboundKind::Url, words, { u"text lời"_s, u"link "_s });
        row("a link without", OutboundKind::Url, none, { u"link "_s });
        row("longer than a message", OutboundKind::Image, u"abcdef"_s,
            { u"image abcd"_s, u"text ef"_s });
    }

    void aCaptionThatDoesNotGoWithItsMediumIsATextOfItsOwn()
    {
        QFETCH(OutboundKind, kind);
        QFETCH(QString, caption);
        QFETCH(QStringList, expected);
        Policy policy;
        policy.maxTextUnits = 4;
        start(policy);
        m_sender->answersByItself = true;
        OutboundRequest medium = outboundRequest(u"k"_s);
        medium.kind = kind;
        medium.text = caption;
        const bool isLink = kind == OutboundKind::Url;
        (isLink ? medium.url : medium.path) = u"where"_s;
        const auto row = send(medium);
        QTRY_VERIFY(*row);
        QCOMPARE((**row)->state, OutboundState::Sent);
        QCOMPARE((**row)->messageIds().size(), expected.size());
        QStringList sent;
        for (const FakeMessageSender::Call& call : m_sender->calls) {
            sent << kindName(call.part.kind) + u' ' + call.part.text;
            const bool isText = call.part.kind == OutboundKind::Text;
            QCOMPARE(call.part.path + call.part.url, isText ? QString() : u"where"_s);
        }
        QCOMPARE(sent, expected);
    }

    //! The quote stands above the words, once, also after a restart.
    void onlyTheFirstTextNamesTheMessageThatItAnswers_data()
    {
        QTest::addColumn<OutboundKind>("kind");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("a long text") << OutboundKind::Text << QStringList { u"77"_s, {} };
        QTest::newRow("below a file") << OutboundKind::File << QStringList { {}, u"77"_s, {} };
        QTest::newRow("before a link") << OutboundKind::Url << QStringList { u"77"_s, {}, {} };
    }

    void onlyTheFirstTextNamesTheMessageThatItAnswers()
    {
        QFETCH(OutboundKind, kind);
        Policy policy;
        policy.maxTextUnits = 4;
        start(policy);
        m_outbox->setPaused(true);
        OutboundRequest request = outboundRequest(u"k"_s);
        request.kind = kind;
        request.text = u"abcdef"_s;
        request.path = kind == OutboundKind::File ? u"/a.pdf"_s : QString();
        request.url = kind == OutboundKind::Url ? u"https://x"_s : QString();
        request.target = u"77"_s;
        send(request);
        m_store.settle();
        start(policy);
        m_sender->answersByItself = true;
        const auto row = send(request);
        QTRY_VERIFY(*row);
        QStringList targets;
        for (const FakeMessageSender::Call& call : m_sender->calls) {
            targets << call.part.target;
            QCOMPARE(call.part.account, owner);
        }
        QTEST(targets, "expected");
    }

    void whatIsAboutAMessageGoesInParts_data()
    {
        QTest::addColumn<OutboundKind>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, OutboundKind kind, const QString& text,
                            const QStringList& expected) {
            QTest::newRow(name) << kind << text << expected;
        };
        row("a sticker", OutboundKind::Sticker, u"21978"_s, { u"sticker|21978|"_s });
        row("a reaction", OutboundKind::Reaction, u"❤️"_s, { u"reaction|❤️|77"_s });
        row("none any more", OutboundKind::Reaction, {}, { u"reaction||77"_s });
        row("taken back", OutboundKind::Unsend, {}, { u"unsend||77"_s });
        row("another text in its place", OutboundKind::Unsend, u"abcdef"_s,
            { u"unsend||77"_s, u"text|abcd|"_s, u"text|ef|"_s });
    }

    void whatIsAboutAMessageGoesInParts()
    {
        QFETCH(OutboundKind, kind);
        QFETCH(QString, text);
        Policy policy;
        policy.maxTextUnits = 4;
        start(policy);
        m_sender->answersByItself = true;
        OutboundRequest request = outboundRequest(u"k"_s);
        request.kind = kind;
        request.text = text;
        request.target = kind == OutboundKind::Sticker ? QString() : u"77"_s;
        const auto row = send(request);
        QTRY_VERIFY(*row);
        QCOMPARE((**row)->state, OutboundState::Sent);
        QStringList parts;
        for (const FakeMessageSender::Call& call : m_sender->calls) {
            parts << kindName(call.part.kind) + u'|' + call.part.text + u'|' + call.part.target;
        }
        QTEST(parts, "expected");
    }

    //! The old text is gone, the new one is not there: no second try takes back anything.
    void anEditThatFailsHalfwaySendsOnlyTheText()
    {
        OutboundRequest request = outboundRequest(u"k"_s);
        request.kind = OutboundKind::Unsend;
        request.target = u"77"_s;
        const auto row = send(request);
        QTRY_COMPARE(m_sender->calls.size(), 1);
        answer(0, SendReceipt {});
        QTRY_COMPARE(m_sender->calls.size(), 2);
        answer(1, failure(ErrorKind::ZaloRefused));
        QTRY_VERIFY(*row);
        QCOMPARE((**row)->state, OutboundState::Failed);
        QCOMPARE((**row)->parts.at(0).state, OutboundState::Sent);
        const OutboundRequest rest = unsentOf(***row);
        QCOMPARE(rest.kind, OutboundKind::Text);
        QCOMPARE(rest.text, request.text);
        QCOMPARE(rest.target, QString());
    }

    //! What may have been taken back is uncertain, and nothing is sent in its place.
    void anUncertainUnsendIsTheEndOfAnEdit()
    {
        OutboundRequest request = outboundRequest(u"k"_s);
        request.kind = OutboundKind::Unsend;
        request.target = u"77"_s;
        const auto row = send(request);
        QTRY_COMPARE(m_sender->calls.size(), 1);
        answer(0, failure(ErrorKind::TimedOut));
        QTRY_VERIFY(*row);
        QCOMPARE((**row)->state, OutboundState::Uncertain);
        QCOMPARE((**row)->parts.at(1).state, OutboundState::Failed);
        QCOMPARE(m_sender->calls.size(), 1);
    }

    //! The medium is there, its words are not: the same key tells it, and nothing is sent twice.
    void aFailureBehindTheMediumTellsWhatWentOut()
    {
        OutboundRequest file = outboundRequest(u"k"_s);
        file.kind = OutboundKind::File;
        file.path = u"/a.pdf"_s;
        const auto row = send(file);
        QTRY_COMPARE(m_sender->calls.size(), 1);
        answer(0, receipt(u"1"_s));
        QTRY_COMPARE(m_sender->calls.size(), 2);
        answer(1, failure(ErrorKind::ZaloRefused));
        QTRY_VERIFY(*row);
        QCOMPARE((**row)->state, OutboundState::Failed);
        QCOMPARE((**row)->parts.at(0).state, OutboundState::Sent);
        QCOMPARE((**row)->partKind(0), OutboundKind::File);
        QCOMPARE((**row)->parts.at(1).state, OutboundState::Failed);
        QCOMPARE((**row)->partKind(1), OutboundKind::Text);
        start();
        const auto again = send(file);
        QTRY_VERIFY(*again);
        QCOMPARE((**again)->parts, (**row)->parts);
        QVERIFY(m_sender->calls.isEmpty());
    }

    //! Without the listener's connection a file would take the account's only one, or be lost. The
    //! messages of its thread wait with it; others go.
    void aFileWaitsForTheConnection()
    {
        m_outbox->setConnected(home, false);
        m_sender->answersByItself = true;
        OutboundRequest file = outboundRequest(u"file"_s);
        file.kind = OutboundKind::File;
        file.path = u"/a.pdf"_s;
        file.text.clear();
        const auto uploaded = send(file);
        const auto behind = send(outboundRequest(u"behind"_s));
        const auto other = send(outboundRequest(u"other"_s, u"t2"_s));
        QTRY_VERIFY(*other);
        QCOMPARE(m_sender->calls.size(), 1);
        QVERIFY(!*uploaded && !*behind);
        m_outbox->setConnected(home, true);
        QTRY_VERIFY(*behind);
        QCOMPARE(m_sender->calls.size(), 3);
        QCOMPARE(m_sender->calls.at(1).part.kind, OutboundKind::File);
        QCOMPARE((**uploaded)->state, OutboundState::Sent);
    }

    void aFileThatWaitsInVainHasFailed()
    {
        m_outbox->setConnected(home, false);
        OutboundRequest file = outboundRequest(u"file"_s);
        file.kind = OutboundKind::File;
        file.path = u"/a.pdf"_s;
        file.deadline = 50ms;
        const auto row = send(file);
        QTRY_VERIFY(*row);
        QCOMPARE((**row)->state, OutboundState::Failed);
        QCOMPARE((**row)->error->kind, ErrorKind::TimedOut);
        m_outbox->setConnected(home, true);
        QVERIFY(m_sender->calls.isEmpty());
    }

    void sendingAgainSendsOnlyWhatIsNotThere()
    {
        OutboundRow row;
        row.kind = OutboundKind::File;
        row.path = u"/a.pdf"_s;
        row.parts = { { {}, OutboundState::Failed, {} },
                      { u"a "_s, OutboundState::Failed, {} },
                      { u"b"_s, OutboundState::Failed, {} } };
        const OutboundRequest all = unsentOf(row);
        QCOMPARE(all.kind, OutboundKind::File);
        QCOMPARE(all.path, row.path);
        QCOMPARE(all.text, u"a b"_s);
        row.parts[0].state = row.parts[1].state = OutboundState::Sent;
        const OutboundRequest rest = unsentOf(row);
        QCOMPARE(rest.kind, OutboundKind::Text);
        QCOMPARE(rest.text, u"b"_s);
        row.kind = OutboundKind::Url;
        row.parts = { { u"a"_s, OutboundState::Sent, {} }, { {}, OutboundState::Uncertain, {} } };
        QCOMPARE(unsentOf(row).kind, OutboundKind::Url);
        QCOMPARE(unsentOf(row).text, QString());
    }

    void answersTheSameKeyWithTheStoredResult()
    {
        const auto first = send(outboundRequest(u"k"_s));
        QTRY_COMPARE(m_sender->calls.size(), 1);
        OutboundRequest other = outboundRequest(u"k"_s, u"t9"_s);
        other.text = u"something else"_s;
        const auto running = send(other); // joins the one under way
        m_store.settle();
        QVERIFY(!*running);
        answer(0, receipt(u"555"_s));
        QTRY_VERIFY(*first && *running);
        QCOMPARE((**running)->messageIds(), QStringList { u"555"_s });
        const auto later = send(other);
        QTRY_VERIFY(*later);
        QCOMPARE((**later)->messageIds(), QStringList { u"555"_s });
        start();
        const auto muchLater = send(other);
        QTRY_VERIFY(*muchLater);
        QCOMPARE((**muchLater)->messageIds(), QStringList { u"555"_s });
        QVERIFY(m_sender->calls.isEmpty());
    }

    void storesTheKeyBeforeItSends()
    {
        (void)send(outboundRequest(u"k"_s));
        QTRY_COMPARE(m_sender->calls.size(), 1);
        // Another connection sees it: it is committed.
        Worker worker(u"other"_s);
        RelayStore other(&worker, m_store.options);
        const auto recovery =
            awaited<RelayRecovery>([&](QObject* context, auto done) { other.open(context, done); });
        QVERIFY(recovery);
        QCOMPARE(recovery->uncertain, 1);
    }

    void keepsTheOrderOfAThread()
    {
        for (int i = 0; i < 3; ++i) {
            (void)send(outboundRequest(u"a%1"_s.arg(i)));
        }
        (void)send(outboundRequest(u"b0"_s, u"t2"_s));
        (void)send(outboundRequest(u"c0"_s, u"t3"_s));
        QTRY_COMPARE(m_sender->calls.size(), 2); // Policy::parallelSends
        m_store.settle();
        QCOMPARE(m_sender->texts(), (QStringList { u"text a0"_s, u"text b0"_s }));
        answer(1, receipt(u"1"_s));
        QTRY_COMPARE(m_sender->calls.size(), 3);
        QCOMPARE(m_sender->texts().last(), u"text c0"_s);
        answer(0, failure(ErrorKind::ZaloRefused, u"no"_s));
        QTRY_COMPARE(m_sender->calls.size(), 4);
        QCOMPARE(m_sender->texts().last(), u"text a1"_s);
        answer(2, receipt(u"2"_s));
        answer(3, receipt(u"3"_s));
        QTRY_COMPARE(m_sender->calls.size(), 5);
        QCOMPARE(m_sender->texts().last(), u"text a2"_s);
    }

    void cancelsWhatDidNotStartInTime()
    {
        const auto first = send(outboundRequest(u"first"_s));
        OutboundRequest hasty = outboundRequest(u"hasty"_s);
        hasty.deadline = 40ms;
        const auto second = send(hasty);
        QTRY_COMPARE(m_sender->calls.size(), 1);
        QTRY_VERIFY(*second);
        QCOMPARE((**second)->state, OutboundState::Failed);
        QCOMPARE((**second)->error->kind, ErrorKind::TimedOut);
        answer(0, receipt(u"1"_s));
        QTRY_VERIFY(*first);
        m_store.settle();
        QCOMPARE(m_sender->calls.size(), 1); // never sent
    }

    //! The disk was slow: by the time the start is stored it is too late.
    void neverHandsOverWhatStartsAfterItsDeadline()
    {
        m_skippedUnderWay = 31'000; // the default deadline is 30 s
        const auto row = send(outboundRequest(u"k"_s));
        QTRY_VERIFY(*row);
        QCOMPARE((**row)->state, OutboundState::Failed);
        QCOMPARE((**row)->error->kind, ErrorKind::Cancelled);
        QVERIFY(m_sender->calls.isEmpty());
        QCOMPARE(m_outbox->underWay(), 0);
    }

    void letsWhatStartedOutliveItsDeadline()
    {
        const auto row = send(outboundRequest(u"started"_s));
        const auto waits = send(outboundRequest(u"waits"_s));
        QTRY_COMPARE(m_sender->calls.size(), 1);
        m_clock.pass(31'000); // the default deadline is 30 s
        (void)send(outboundRequest(u"later"_s)); // has the outbox look at its clock
        QTRY_VERIFY(*waits);
        QCOMPARE((**waits)->error->kind, ErrorKind::TimedOut);
        QVERIFY(!*row);
        answer(0, receipt(u"9"_s));
        QTRY_VERIFY(*row);
        QCOMPARE((**row)->state, OutboundState::Sent);
    }

    void tellsWhetherItMayHaveGone_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("told");
        const auto row = [](const char* name, ErrorKind kind, OutboundState state, ErrorKind told) {
            QTest::newRow(name) << int(kind) << int(state) << int(told);
        };
        using S = OutboundState;
        using K = ErrorKind;
        row("refused", K::ZaloRefused, S::Failed, K::ZaloRefused);
        row("not logged in", K::NotLoggedIn, S::Failed, K::NotLoggedIn);
        row("no zca", K::ZcaMissing, S::Failed, K::ZcaMissing);
        row("cannot run", K::ZcaBroken, S::Failed, K::ZcaBroken);
        row("offline", K::Offline, S::Uncertain, K::Uncertain);
        row("thread", K::ThreadUnknown, S::Failed, K::ThreadUnknown);
        row("uncertain", K::Uncertain, S::Uncertain, K::Uncertain);
        row("nothing sent", K::NothingSent, S::Uncertain, K::NothingSent);
        row("timed out", K::TimedOut, S::Uncertain, K::Uncertain);
        row("disconnected", K::Disconnected, S::Uncertain, K::Uncertain);
        row("crashed", K::ZcaFailed, S::Uncertain, K::Uncertain);
    }

    void tellsWhetherItMayHaveGone()
    {
        QFETCH(int, kind);
        QFETCH(int, state);
        QFETCH(int, told);
        const auto row = send(outboundRequest(u"k"_s));
        QTRY_COMPARE(m_sender->calls.size(), 1);
        answer(0, failure(ErrorKind(kind), u"d"_s));
        QTRY_VERIFY(*row);
        QCOMPARE(int((**row)->state), state);
        QCOMPARE(int((**row)->error->kind), told);
        QCOMPARE(int((**row)->parts.at(0).state), state);
        // Not sent again: not by itself, not by its key, not after a restart.
        start();
        const auto again = send(outboundRequest(u"k"_s));
        QTRY_VERIFY(*again);
        QCOMPARE(int((**again)->state), state);
        QVERIFY(m_sender->calls.isEmpty());
    }

    void sendsALongTextInParts()
    {
        Policy policy;
        policy.maxTextUnits = 10;
        start(policy);
        OutboundRequest text = outboundRequest(u"k"_s);
        text.text = u"một hai ba bốn năm sáu"_s;
        const auto row = send(text);
        (void)send(outboundRequest(u"next"_s));
        m_sender->answersByItself = true;
        QTRY_VERIFY(*row);
        QCOMPARE((**row)->state, OutboundState::Sent);
        QCOMPARE((**row)->parts.size(), 3);
        QCOMPARE((**row)->messageIds(), (QStringList { u"1"_s, u"2"_s, u"3"_s }));
        QCOMPARE(m_sender->texts().mid(0, 3).join(QString()), text.text);
        QTRY_VERIFY(m_sender->calls.size() > 3);
        QVERIFY(m_sender->texts().at(3).startsWith(u"text"_s));
    }

    //! 100,000 units of letters that no cut may break, under one key.
    void sendsAVeryLongTextInOrder()
    {
        Policy policy;
        policy.sendInterval = 0ms;
        start(policy);
        OutboundRequest text = outboundRequest(u"k"_s);
        const QString piece = u"Vie\u0323\u0302t \U0001F468\u200D\U0001F469\u200D\U0001F467"_s;
        text.text = piece.repeated(100'000 / int(piece.size()));
        m_sender->answersByItself = true;
        const auto row = send(text);
        QTRY_VERIFY_WITH_TIMEOUT(*row, 30'000);
        QCOMPARE((**row)->state, OutboundState::Sent);
        QVERIFY((**row)->parts.size() >= 50);
        QCOMPARE((**row)->messageIds().size(), (**row)->parts.size());
        QCOMPARE(m_sender->texts().join(QString()), text.text);
        for (const QString& part : m_sender->texts()) {
            QVERIFY(part.size() <= policy.maxTextUnits);
        }
    }

    void saysWhichPartsWent()
    {
        Policy policy;
        policy.maxTextUnits = 10;
        start(policy);
        OutboundRequest text = outboundRequest(u"k"_s);
        text.text = u"một hai ba bốn năm sáu"_s;
        const auto row = send(text);
        QTRY_COMPARE(m_sender->calls.size(), 1);
        answer(0, receipt(u"7"_s));
        QTRY_COMPARE(m_sender->calls.size(), 2);
        answer(1, failure(ErrorKind::TimedOut));
        QTRY_VERIFY(*row);
        QCOMPARE((**row)->state, OutboundState::Uncertain);
        QCOMPARE((**row)->parts.at(0).state, OutboundState::Sent);
        QCOMPARE((**row)->parts.at(1).state, OutboundState::Uncertain);
        QCOMPARE((**row)->parts.at(2).state, OutboundState::Failed);
        QCOMPARE((**row)->messageIds(), QStringList { u"7"_s });
    }

    void settlesAfterARestart()
    {
        const auto started = send(outboundRequest(u"started"_s));
        OutboundRequest late = outboundRequest(u"late"_s);
        late.deadline = 1ms;
        (void)send(late);
        (void)send(outboundRequest(u"queued"_s));
        QTRY_COMPARE(m_sender->calls.size(), 1);
        start();
        QTRY_COMPARE(m_sender->texts(), QStringList { u"text queued"_s });
        answer(0, receipt(u"1"_s));
        const auto state = [&](const QString& key) {
            const auto row = awaited<std::optional<OutboundRow>>([&](QObject* context, auto done) {
                m_outbox->outcome(gateway, key, context, done);
            });
            return row && *row ? std::optional((*row)->state) : std::nullopt;
        };
        QTRY_COMPARE(state(u"queued"_s), OutboundState::Sent);
        QCOMPARE(state(u"started"_s), OutboundState::Uncertain);
        QCOMPARE(state(u"late"_s), OutboundState::Failed);
        QCOMPARE(state(u"never seen"_s), std::nullopt);
        QVERIFY(!*started);
    }

    //! A Gateway that asks after another send than the one being stored waits for no disk.
    void tellsWhatHasEndedBesideTheCommits()
    {
        const auto ended = send(outboundRequest(u"ended"_s));
        QTRY_COMPARE(m_sender->calls.size(), 1);
        answer(0, receipt(u"1"_s));
        QTRY_VERIFY(*ended);

        Database other({ m_store.path(), relayMigrations(), true, 0ms, 0 });
        QVERIFY(other.open());
        QVERIFY(other.change(u"BEGIN EXCLUSIVE"_s));
        (void)send(outboundRequest(u"held up"_s));
        QTRY_COMPARE(m_store->queue().state(), CommitQueue::State::Waiting);
        QHash<QString, std::optional<OutboundState>> told;
        const auto ask = [&](const QString& key) {
            m_outbox->outcome(
                gateway, key, this, [&told, key](const Result<std::optional<OutboundRow>>& row) {
                    told.insert(key, row && *row ? std::optional((*row)->state) : std::nullopt);
                });
        };
        ask(u"held up"_s); // nobody may say that it is unknown
        ask(u"never seen"_s);
        ask(u"ended"_s);
        QTRY_COMPARE(told.size(), 2);
        QCOMPARE(told.value(u"never seen"_s, OutboundState::Failed), std::nullopt);
        QCOMPARE(told.value(u"ended"_s), OutboundState::Sent);
        other.rollback();
        QTRY_VERIFY(told.value(u"held up"_s));
    }

    void joinsWhatTheLastRunQueued()
    {
        m_outbox->setPaused(true);
        (void)send(outboundRequest(u"k"_s));
        m_store.settle();
        start();
        const auto row = send(outboundRequest(u"k"_s));
        QTRY_COMPARE(m_sender->calls.size(), 1);
        answer(0, receipt(u"1"_s));
        QTRY_VERIFY(*row);
        QCOMPARE(m_sender->calls.size(), 1);
    }

    void coolsDownWhenZaloAsksForIt()
    {
        Policy policy;
        policy.coolDown = 2h;
        start(policy);
        QSignalSpy changed(m_outbox.get(), &Outbox::sendingStateChanged);
        const auto first = send(outboundRequest(u"a"_s));
        const auto queued = send(outboundRequest(u"b"_s));
        QTRY_COMPARE(m_sender->calls.size(), 1);
        answer(0, failure(ErrorKind::RateLimited));
        QTRY_VERIFY(*first && *queued);
        QCOMPARE((**first)->error->kind, ErrorKind::RateLimited);
        QCOMPARE((**queued)->state, OutboundState::Failed);
        QCOMPARE((**queued)->error->kind, ErrorKind::RateLimited);
        QCOMPARE(m_outbox->sendingState(home), Outbox::Sending::CoolDown);
        QCOMPARE(changed.size(), 1);
        const qint64 until = m_outbox->coolDownUntilMs(home);
        QVERIFY(until > QDateTime::currentMSecsSinceEpoch() + 7'000'000);

        start(policy); // it survives
        QTRY_COMPARE(m_outbox->coolDownUntilMs(home), until);
        const auto refused = send(outboundRequest(u"c"_s));
        QTRY_VERIFY(*refused);
        QCOMPARE((**refused)->error->kind, ErrorKind::RateLimited);
        QCOMPARE((**refused)->error->detail, QString::number(until));
        QVERIFY(m_sender->calls.isEmpty());
        // Another account goes on.
        OutboundRequest other = outboundRequest(u"d"_s);
        other.profile = u"work"_s;
        m_outbox->setAccount(u"work"_s, stranger, u"Quốc Bảo"_s);
        (void)send(other);
        QTRY_COMPARE(m_sender->calls.size(), 1);

        m_outbox->endCoolDown(home);
        (void)send(outboundRequest(u"e"_s));
        QTRY_COMPARE(m_sender->calls.size(), 2);
        start(policy);
        m_store.settle();
        QCOMPARE(m_outbox->sendingState(home), Outbox::Sending::Running);
    }

    void onlyZaloAsksForAPause_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<OutboundState>("state");
        QTest::newRow("no message id") << ErrorKind::NothingSent << OutboundState::Uncertain;
        QTest::newRow("nothing was sent") << ErrorKind::NotSent << OutboundState::Failed;
        QTest::newRow("an .exe") << ErrorKind::FileTypeRefused << OutboundState::Failed;
        QTest::newRow("a mention") << ErrorKind::MentionAmbiguous << OutboundState::Failed;
    }

    //! What zca refuses, or does not say, stops nothing else.
    void onlyZaloAsksForAPause()
    {
        QFETCH(ErrorKind, kind);
        const auto first = send(outboundRequest(u"a"_s));
        const auto queued = send(outboundRequest(u"b"_s));
        QTRY_COMPARE(m_sender->calls.size(), 1);
        answer(0, failure(kind));
        QTRY_VERIFY(*first);
        QTEST((**first)->state, "state");
        QTRY_COMPARE(m_sender->calls.size(), 2);
        QCOMPARE(m_outbox->sendingState(home), Outbox::Sending::Running);
        QVERIFY(!*queued);
    }

    //! Zalo's limit met the second piece of a text that zca had cut: the first has gone.
    void aLimitInTheMiddleOfAText()
    {
        m_sender->stage = SendStage::BegunInPieces;
        const auto row = send(outboundRequest(u"a"_s));
        QTRY_COMPARE(m_sender->calls.size(), 1);
        answer(0, failure(ErrorKind::RateLimited));
        QTRY_VERIFY(*row);
        QCOMPARE((**row)->state, OutboundState::Uncertain);
        QCOMPARE(m_outbox->sendingState(home), Outbox::Sending::CoolDown);
    }

    void aWallClockThatWasSetBackMakesNoCoolDownLonger()
    {
        QVERIFY(awaited<void>([&](QObject* context, auto done) {
            const qint64 until = QDateTime::currentMSecsSinceEpoch() + 10 * 3'600'000;
            m_store->profiles().setCoolDown(home, owner, until, context, done);
        }));
        start();
        QTRY_COMPARE(m_outbox->sendingState(home), Outbox::Sending::CoolDown);
        QVERIFY(m_outbox->coolDownUntilMs(home) <= m_clock.nowMs() + Policy().coolDown.count());
        m_clock.pass(Policy().coolDown.count() + 1);
        (void)send(outboundRequest(u"k"_s)); // has the outbox look at its clock
        QTRY_COMPARE(m_outbox->sendingState(home), Outbox::Sending::Running);
    }

    void goesOnAfterACoolDown()
    {
        Policy policy;
        policy.coolDown = 500ms;
        start(policy);
        (void)send(outboundRequest(u"a"_s));
        (void)send(outboundRequest(u"b"_s));
        QTRY_COMPARE(m_sender->calls.size(), 1);
        answer(0, failure(ErrorKind::RateLimited));
        QCOMPARE(m_outbox->sendingState(home), Outbox::Sending::CoolDown);
        m_store.settle();
        QCOMPARE(m_sender->calls.size(), 1);
        QTRY_COMPARE(m_sender->calls.size(), 2);
        QCOMPARE(m_outbox->sendingState(home), Outbox::Sending::Running);
    }

    static Policy paced(std::chrono::milliseconds interval, int burst)
    {
        Policy policy;
        policy.sendInterval = interval;
        policy.sendBurst = burst;
        policy.sendSpread = 0;
        return policy;
    }

    //! The time to send may come between two looks at the clock, while nothing else happens.
    void thePaceNeverHoldsAMessageLonger()
    {
        for (int ms = 5; ms < 15; ++ms) {
            m_store.reset();
            m_clock = FalseClock(QDateTime::currentMSecsSinceEpoch());
            m_clock.passAtEachLook();
            start(paced(std::chrono::milliseconds(ms), 1));
            m_sender->answersByItself = true;
            (void)send(outboundRequest(u"a"_s, u"t1"_s));
            (void)send(outboundRequest(u"b"_s, u"t2"_s));
            QTRY_COMPARE(m_sender->calls.size(), 2);
        }
    }

    //! Nor may another account's message, which comes just then, make it forget that time.
    void thePaceOfAnotherAccountHoldsNothing()
    {
        start(paced(1h, 1));
        m_sender->answersByItself = true;
        m_outbox->setAccount(u"work"_s, stranger, u"Quốc Bảo"_s);
        OutboundRequest request = outboundRequest(u"a"_s, u"t1"_s);
        request.deadline = 2h; // none of them ends in this test, which would have all looked at
        (void)send(request);
        QTRY_COMPARE(m_sender->calls.size(), 1);
        request.key = u"b"_s;
        request.thread.id = u"t2"_s;
        (void)send(request);
        m_store.settle();
        m_clock.pass(60 * 60'000);
        request.key = u"c"_s;
        request.profile = u"work"_s;
        (void)send(request);
        QTRY_COMPARE(m_sender->calls.size(), 3);
    }

    void keepsThePaceOfAnAccount()
    {
        start(paced(10min, 2));
        m_sender->answersByItself = true;
        for (int i = 0; i < 4; ++i) {
            OutboundRequest next = outboundRequest(QString::number(i), u"thread %1"_s.arg(i));
            next.deadline = 1h;
            (void)send(next);
        }
        QTRY_COMPARE(m_sender->calls.size(), 2);
        m_store.settle();
        QCOMPARE(m_sender->calls.size(), 2);
        // Another account has its own.
        OutboundRequest other = outboundRequest(u"other"_s);
        other.profile = u"work"_s;
        m_outbox->setAccount(u"work"_s, stranger, u"Quốc Bảo"_s);
        (void)send(other);
        QTRY_COMPARE(m_sender->calls.size(), 3);
        m_clock.pass(10 * 60'000);
        m_outbox->setSuspended(home, false); // has the outbox look at its clock
        QTRY_COMPARE(m_sender->calls.size(), 4);
        m_store.settle();
        QCOMPARE(m_sender->texts().last(), u"text 2"_s);
        // A faster pace counts at once.
        m_outbox->setSendInterval(1ms);
        for (int i = 4; i < 10; ++i) {
            (void)send(outboundRequest(QString::number(i)));
        }
        QTRY_COMPARE(m_sender->calls.size(), 11);
    }

    void goesOnByItselfAtThePace()
    {
        start(paced(30ms, 1));
        m_sender->answersByItself = true;
        QElapsedTimer time;
        time.start();
        for (int i = 0; i < 5; ++i) {
            (void)send(outboundRequest(QString::number(i), QString::number(i)));
        }
        QTRY_COMPARE(m_sender->calls.size(), 5);
        QVERIFY2(time.elapsed() >= 4 * 30, qPrintable(QString::number(time.elapsed())));
    }

    void saysThatThePaceWasTooSlow()
    {
        start(paced(10min, 1));
        m_sender->answersByItself = true;
        const auto first = send(outboundRequest(u"first"_s));
        QTRY_VERIFY(*first);
        OutboundRequest hasty = outboundRequest(u"hasty"_s);
        hasty.deadline = 40ms;
        const auto second = send(hasty);
        QTRY_VERIFY(*second);
        QCOMPARE((**second)->state, OutboundState::Failed);
        QCOMPARE((**second)->error->kind, ErrorKind::SendsTooMany);
        QCOMPARE(m_sender->calls.size(), 1);
    }

    //! The parts of a text are messages to Zalo like any other; they come before newer messages.
    void pacesTheParts()
    {
        Policy policy = paced(10min, 1);
        policy.maxTextUnits = 10;
        start(policy);
        m_sender->answersByItself = true;
        OutboundRequest text = outboundRequest(u"k"_s);
        text.text = u"một hai ba bốn năm sáu"_s;
        const auto row = send(text);
        QTRY_COMPARE(m_sender->calls.size(), 1);
        (void)send(outboundRequest(u"next"_s, u"t2"_s));
        for (int part = 1; part < 3; ++part) {
            m_store.settle();
            QCOMPARE(m_sender->calls.size(), part);
            m_clock.pass(10 * 60'000);
            m_outbox->setSuspended(home, false); // has the outbox look at its clock
            QTRY_COMPARE(m_sender->calls.size(), part + 1);
        }
        QTRY_VERIFY(*row);
        QCOMPARE((**row)->state, OutboundState::Sent);
        QCOMPARE(m_sender->texts().join(QString()), text.text);
    }

    void everyPartCostsOfThePace()
    {
        Policy policy = paced(10min, 1);
        policy.maxTextUnits = 10;
        start(policy);
        m_sender->answersByItself = true;
        OutboundRequest text = outboundRequest(u"k"_s);
        text.text = u"một hai ba bốn năm sáu"_s;
        (void)send(text);
        QTRY_COMPARE(m_sender->calls.size(), 1);
        m_store.settle();
        m_clock.pass(10 * 60'000);
        m_outbox->setSuspended(home, false); // has the outbox look at its clock
        QTRY_COMPARE(m_sender->calls.size(), 2);
        m_store.settle();
        QCOMPARE(m_sender->calls.size(), 2); // nobody else paid for the third
    }

    void stopsBetweenPartsAndSaysWhatWent_data()
    {
        QTest::addColumn<bool>("coolsDown");
        QTest::newRow("paused") << false;
        QTest::newRow("cool-down") << true;
    }

    void stopsBetweenPartsAndSaysWhatWent()
    {
        QFETCH(bool, coolsDown);
        Policy policy = paced(10min, coolsDown ? 2 : 1);
        policy.maxTextUnits = 10;
        start(policy);
        OutboundRequest text = outboundRequest(u"k"_s);
        text.text = u"một hai ba bốn năm sáu"_s;
        const auto row = send(text);
        QTRY_COMPARE(m_sender->calls.size(), 1);
        if (coolsDown) {
            const auto other = send(outboundRequest(u"other"_s, u"t2"_s));
            QTRY_COMPARE(m_sender->calls.size(), 2);
            answer(0, receipt(u"7"_s));
            answer(1, failure(ErrorKind::RateLimited));
        } else {
            answer(0, receipt(u"7"_s));
            m_outbox->setPaused(true);
        }
        QTRY_VERIFY(*row);
        QCOMPARE((**row)->state, OutboundState::Failed);
        QCOMPARE((**row)->error->kind, coolsDown ? ErrorKind::RateLimited : ErrorKind::Paused);
        QCOMPARE((**row)->parts.at(0).state, OutboundState::Sent);
        QCOMPARE((**row)->parts.at(1).state, OutboundState::Failed);
        QCOMPARE((**row)->messageIds(), QStringList { u"7"_s });
        QCOMPARE(m_outbox->underWay(), 0);
    }

    void holdsWhatIsPaused_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("all") << 0;
        QTest::newRow("the thread") << 1;
        QTest::newRow("the profile") << 2;
    }

    void holdsWhatIsPaused()
    {
        QFETCH(int, how);
        const auto hold = [&](bool held) {
            if (how == 0) {
                m_outbox->setPaused(held);
            } else if (how == 1) {
                m_outbox->setThreadPaused(home, { u"t1"_s, false }, held);
            } else {
                m_outbox->setSuspended(home, held);
            }
        };
        hold(true);
        OutboundRequest hasty = outboundRequest(u"hasty"_s);
        hasty.deadline = 40ms;
        const auto expired = send(hasty);
        (void)send(outboundRequest(u"patient"_s));
        QTRY_VERIFY(*expired);
        QCOMPARE((**expired)->error->kind, how == 2 ? ErrorKind::TimedOut : ErrorKind::Paused);
        QVERIFY(m_sender->calls.isEmpty());
        hold(false);
        QTRY_COMPARE(m_sender->texts(), QStringList { u"text patient"_s });
    }

    void waitsUntilItIsCertainWhoIsLoggedIn()
    {
        m_outbox->setAccountUnknown(home);
        (void)send(outboundRequest(u"k"_s));
        m_store.settle();
        QVERIFY(m_sender->calls.isEmpty());
        m_outbox->setAccount(home, owner, u"Minh Anh"_s);
        QTRY_COMPARE(m_sender->calls.size(), 1);
    }

    //! Another person logs in while four messages wait: none goes out as theirs, also not after a
    //! restart, and each says why at its deadline. When the first one is back theirs go on.
    void sendsNothingFromAnotherAccount()
    {
        m_outbox->setSuspended(home, true);
        QList<std::shared_ptr<std::optional<Result<OutboundRow>>>> answers;
        for (int i = 0; i < 4; ++i) {
            OutboundRequest request = outboundRequest(QString::number(i), u"t%1"_s.arg(i));
            request.deadline = i < 2 ? 60s : 600s;
            answers << send(request);
        }
        m_store.settle();
        m_outbox->setAccount(home, stranger, u"Quốc Bảo"_s);
        m_outbox->setSuspended(home, false);
        (void)send(outboundRequest(u"theirs"_s));
        QTRY_COMPARE(m_sender->calls.size(), 1);
        QCOMPARE(m_sender->calls.at(0).part.text, u"text theirs"_s);
        answer(0, receipt(u"1"_s));
        m_clock.pass(61'000);
        m_outbox->setSuspended(home, false); // has the outbox look at its clock
        for (int i = 0; i < 2; ++i) {
            QTRY_VERIFY(*answers.at(i));
            const OutboundRow& row = **answers.at(i)->operator->();
            QCOMPARE(row.state, OutboundState::Failed);
            QCOMPARE(row.error->kind, ErrorKind::AccountChanged);
            QVERIFY(!possiblySent(row.error->kind, SendStage::NotBegun));
            const QString words = errorText(*row.error, TextLanguage::English);
            QVERIFY2(words.contains(u"Minh Anh was logged out"), qPrintable(words));
            QVERIFY2(words.contains(u"Quốc Bảo is logged in now"), qPrintable(words));
        }
        QVERIFY(!*answers.at(2));

        start();
        m_outbox->setAccount(home, stranger, u"Quốc Bảo"_s);
        m_store.settle();
        QVERIFY(m_sender->calls.isEmpty());
        m_outbox->setAccount(home, owner, u"Minh Anh"_s);
        QTRY_COMPARE(m_sender->calls.size(), 2);
        QCOMPARE(m_sender->calls.at(0).part.text, u"text 2"_s);
    }

    //! While nobody knows who is logged in, a send is taken for the one's who was: another person
    //! who logs in meanwhile does not send it.
    void whatIsAskedInTheDarkIsOfWhoWasThere()
    {
        m_outbox->setAccountUnknown(home);
        (void)send(outboundRequest(u"k"_s));
        m_store.settle();
        m_outbox->setAccount(home, stranger, u"Quốc Bảo"_s);
        m_store.settle();
        QVERIFY(m_sender->calls.isEmpty());

        const auto work = u"work"_s; // in an earlier run
        m_outbox->presumeAccount(work, u"77"_s);
        OutboundRequest early = outboundRequest(u"early"_s);
        early.profile = work;
        (void)send(early);
        m_store.settle();
        m_outbox->setAccount(work, u"78"_s, u"Lan"_s);
        m_store.settle();
        QVERIFY(m_sender->calls.isEmpty());
        m_outbox->setAccount(work, u"77"_s, u"Hạnh"_s);
        QTRY_COMPARE(m_sender->texts(), QStringList { u"text early"_s });
    }

    //! The Gateway answers what the first one was asked, and another person is logged in by then;
    //! so it is when a person sends again what the first one could not.
    void aReplyGoesFromTheAccountThatWasAsked()
    {
        m_outbox->setAccount(home, stranger, u"Quốc Bảo"_s);
        OutboundRequest reply = outboundRequest(u"k"_s);
        reply.account = owner;
        const auto answered = send(reply);
        m_store.settle();
        QVERIFY(m_sender->calls.isEmpty());
        m_outbox->setAccount(home, owner, u"Minh Anh"_s);
        QTRY_COMPARE(m_sender->calls.size(), 1);
        answer(0, tl::unexpected(Error { ErrorKind::Uncertain, {} }));
        QTRY_VERIFY(*answered);
        QCOMPARE(unsentOf(**answered->operator->()).account, owner);
    }

    //! The first one's messages go from the profile in which that person is logged in now.
    void sendsFollowTheirAccount()
    {
        m_outbox->setSuspended(home, true);
        (void)send(outboundRequest(u"k"_s));
        m_store.settle();
        m_outbox->setAccount(home, stranger, u"Quốc Bảo"_s);
        m_outbox->setAccount(u"work"_s, owner, u"Minh Anh"_s);
        QTRY_COMPARE(m_sender->calls.size(), 1);
        QCOMPARE(m_sender->calls.at(0).part.profile, u"work"_s);
    }

    //! Between two parts of a long text somebody else logs in.
    void theRestOfATextIsNotSentFromAnotherAccount()
    {
        Policy policy;
        policy.maxTextUnits = 6;
        start(policy);
        const auto row = send(outboundRequest(u"k"_s)); // "text k" and nothing more
        OutboundRequest two = outboundRequest(u"long"_s, u"t2"_s);
        two.text = u"một hai ba bốn"_s;
        const auto answered = send(two);
        QTRY_COMPARE(m_sender->calls.size(), 2);
        m_outbox->setAccountUnknown(home);
        answer(1, receipt(u"1"_s));
        m_store.settle();
        QCOMPARE(m_sender->calls.size(), 2);
        m_outbox->setAccount(home, stranger, u"Quốc Bảo"_s);
        QTRY_VERIFY(*answered);
        QCOMPARE((**answered)->state, OutboundState::Failed);
        QCOMPARE((**answered)->error->kind, ErrorKind::AccountChanged);
        QCOMPARE((**answered)->parts.at(0).state, OutboundState::Sent);
        QCOMPARE(m_sender->calls.size(), 2);
    }

    void aCoolDownIsOfItsAccount()
    {
        (void)send(outboundRequest(u"a"_s));
        QTRY_COMPARE(m_sender->calls.size(), 1);
        answer(0, failure(ErrorKind::RateLimited));
        QTRY_COMPARE(m_outbox->sendingState(home), Outbox::Sending::CoolDown);
        m_outbox->setAccount(home, stranger, u"Quốc Bảo"_s);
        QCOMPARE(m_outbox->sendingState(home), Outbox::Sending::Running);
        (void)send(outboundRequest(u"b"_s));
        QTRY_COMPARE(m_sender->calls.size(), 2);
        m_outbox->setAccount(home, owner, u"Minh Anh"_s);
        QTRY_COMPARE(m_outbox->sendingState(home), Outbox::Sending::CoolDown);
    }

    void discardsWhatAnAccountHasQueued()
    {
        m_outbox->setSuspended(home, true);
        const auto row = send(outboundRequest(u"a"_s));
        m_store.settle();
        m_outbox->setAccount(home, stranger, u"Quốc Bảo"_s);
        m_outbox->discard(home, owner);
        QTRY_VERIFY(*row);
        QCOMPARE((**row)->error->kind, ErrorKind::Cancelled);
    }

    void remembersPausedThreads()
    {
        m_store->profiles().setThreadPaused({ home, owner, { u"t1"_s, false } }, true, this, {});
        start();
        (void)send(outboundRequest(u"a"_s));
        (void)send(outboundRequest(u"b"_s, u"t2"_s));
        QTRY_COMPARE(m_sender->texts(), QStringList { u"text b"_s });
        m_store.settle();
        QCOMPARE(m_sender->calls.size(), 1);
    }

    //! What is promised takes three commits, and each no more than one trip to the worker: the key
    //! before anything starts, the start before zca has it, the end before it is told.
    void aSendTakesThreeCommits()
    {
        m_sender->answersByItself = true;
        const auto first = send(outboundRequest(u"first"_s));
        QTRY_VERIFY(*first);
        m_store.settle();
        const qint64 before = m_store->queue().commits();
        const auto sent = send(outboundRequest(u"second"_s));
        QTRY_VERIFY(*sent);
        QCOMPARE(m_store->queue().commits() - before, 3);
    }

    void refusesOnAFullDiskButTellsStoredResults()
    {
        m_sender->answersByItself = true;
        const auto before = send(outboundRequest(u"before"_s));
        QTRY_VERIFY(*before);
        m_store->queue().setMaxPages(1);
        OutboundRequest large = outboundRequest(u"large"_s);
        large.text = QString(100'000, u'x');
        const auto refused = send(large);
        QTRY_VERIFY(*refused);
        QVERIFY(!**refused);
        QCOMPARE((*refused)->error().kind, ErrorKind::StorageFull);
        const auto again = send(outboundRequest(u"before"_s));
        QTRY_VERIFY(*again);
        QVERIFY(**again);
        QCOMPARE((**again)->state, OutboundState::Sent);
        QCOMPARE(m_sender->calls.size(), 1);
        m_store->queue().setMaxPages(0);
        m_store->queue().resume();
        QTRY_COMPARE(m_store->queue().state(), CommitQueue::State::Running);
        const auto now = send(outboundRequest(u"large"_s));
        QTRY_VERIFY(*now);
        QVERIFY(**now);
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
