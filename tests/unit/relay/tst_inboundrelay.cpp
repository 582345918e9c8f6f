// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "examplerows.h"
#include "fakegatewayport.h"
#include "falseclock.h"
#include "relay/inboundrelay.h"
#include "temporarystore.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace zalo::test;
using namespace std::chrono_literals;

namespace {

Policy quick()
{
    Policy policy;
    policy.deliverDeadline = 60s; // longer than any test may take
    policy.deliverRetry = { 5ms, 20ms, 0 };
    policy.deliverPatience = 0ms;
    policy.backlogThreadInterval = 0ms;
    policy.backlogInterval = 0ms;
    policy.orderQuiet = 0ms;
    policy.orderHold = 0ms;
    return policy;
}

} // namespace

class TestInboundRelay : public QObject
{
    Q_OBJECT

    TemporaryStore m_store;
    std::unique_ptr<InboundRelay> m_relay;
    std::unique_ptr<FakeGatewayPort> m_gateway;
    FalseClock m_clock;

    //! Starts the relay anew on the same file, as after an end of the program.
    void start(const Policy& policy = quick())
    {
        m_relay.reset();
        m_gateway = std::make_unique<FakeGatewayPort>();
        QVERIFY(m_store.open(m_clock.clock()));
        m_relay =
            std::make_unique<InboundRelay>(m_store.get(), m_gateway.get(), policy, m_clock.clock());
        m_relay->setAccount(home, owner);
    }

    static InboundRow message(int number, const QString& thread = u"t1"_s)
    {
        InboundRow row = inboundRow(number, thread);
        row.receivedMs = QDateTime::currentMSecsSinceEpoch();
        return row;
    }

    [[nodiscard]] InboundRow sent(int number, qint64 atMs) const
    {
        InboundRow row = message(number);
        row.receivedMs = m_clock.nowMs();
        row.agedMs = atMs;
        return row;
    }

    //! A relay with a Gateway that holds messages by the product's times, and a clock that stands
    //! still; gives what it shows.
    qint64 startHolding()
    {
        m_clock = FalseClock(QDateTime::currentMSecsSinceEpoch());
        Policy holding = quick();
        holding.orderQuiet = Policy().orderQuiet;
        holding.orderHold = Policy().orderHold;
        start(holding);
        m_relay->onGatewayConnected(home);
        m_store.settle(); // what waits has been looked for
        return m_clock.nowMs();
    }

    bool accept(const InboundRow& in)
    {
        return awaited<bool>(
                   [&](QObject* context, auto done) { m_relay->ingest(in, context, done); })
            .value_or(false);
    }

    void answer(int call, const Result<void>& result = {})
    {
        m_gateway->calls.at(call).done(result);
    }

private slots:
    void init()
    {
        m_store.reset();
        m_clock = FalseClock();
        start();
    }

    void cleanup()
    {
        m_relay.reset();
        m_store.close();
    }

    void deliversInOrderOneAtATimeOfAThread()
    {
        m_relay->onGatewayConnected(home);
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(accept(message(i)));
        }
        QVERIFY(accept(message(10, u"t2"_s)));
        QTRY_COMPARE(m_gateway->calls.size(), 2);
        m_store.settle();
        QCOMPARE(m_gateway->ids(), (QStringList { u"1"_s, u"10"_s }));
        answer(0);
        QTRY_COMPARE(m_gateway->calls.size(), 3);
        QCOMPARE(m_gateway->calls.at(2).row.msgId, u"2"_s);
        answer(2);
        QTRY_COMPARE(m_gateway->calls.size(), 4);
        QCOMPARE(m_gateway->calls.at(3).row.msgId, u"3"_s);
        answer(3);
        answer(1);
        QTRY_COMPARE(m_store.counts().inboundWaiting, 0);
    }

    void deliversInTheOrderOfSending()
    {
        m_relay->onGatewayConnected(home);
        const qint64 from = m_clock.nowMs();
        QVERIFY(accept(sent(1, from)));
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        for (const int number : { 4, 3, 5, 2 }) {
            QVERIFY(accept(sent(number, from + number)));
        }
        m_gateway->answersByItself = true;
        answer(0);
        QTRY_COMPARE(m_store.counts().inboundWaiting, 0);
        QCOMPARE(m_gateway->ids(), (QStringList { u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s }));
    }

    //! Of one millisecond, or where Zalo's time cannot be.
    void deliversInTheOrderOfArrivalWhereTheTimesDoNotTell()
    {
        m_relay->onGatewayConnected(home);
        const qint64 from = m_clock.nowMs();
        QVERIFY(accept(sent(1, from)));
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        QVERIFY(accept(sent(2, from)));
        QVERIFY(accept(sent(3, from)));
        QVERIFY(accept(sent(4, from / 1'000))); // seconds
        QVERIFY(accept(sent(5, 0)));
        m_gateway->answersByItself = true;
        answer(0);
        QTRY_COMPARE(m_store.counts().inboundWaiting, 0);
        QCOMPARE(m_gateway->ids(), (QStringList { u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s }));
    }

    void waitsForAnOlderOneThatMayStillCome()
    {
        const qint64 from = startHolding();
        QVERIFY(accept(sent(2, from + 2)));
        QVERIFY(accept(message(7, u"t2"_s)));
        m_store.settle();
        QVERIFY(m_gateway->calls.isEmpty());
        m_clock.pass(10);
        QVERIFY(accept(sent(1, from + 1)));
        m_clock.pass(14);
        QTRY_COMPARE(m_gateway->ids(), QStringList { u"7"_s }); // that thread was quiet
        m_store.settle();
        QCOMPARE(m_gateway->calls.size(), 1);
        m_clock.pass(1);
        QTRY_COMPARE(m_gateway->ids(), (QStringList { u"7"_s, u"1"_s }));
        answer(1);
        QTRY_COMPARE(m_gateway->ids(), (QStringList { u"7"_s, u"1"_s, u"2"_s }));
    }

    //! However many more come.
    void waitsForOlderOnesABoundedTime()
    {
        const qint64 from = startHolding();
        for (int i = 0; i < 40; ++i) {
            m_store.settle();
            QVERIFY(m_gateway->calls.isEmpty());
            QVERIFY(accept(sent(i, from + i)));
            m_clock.pass(10);
        }
        QTRY_COMPARE(m_gateway->ids(), QStringList { u"0"_s });
        answer(0);
        m_store.settle();
        QCOMPARE(m_gateway->calls.size(), 1); // the next one came later
        m_clock.pass(10);
        QTRY_COMPARE(m_gateway->ids(), (QStringList { u"0"_s, u"1"_s }));
    }

    void deliversABurstOfInvertedLinesInOrder()
    {
        Policy holding = quick();
        holding.orderQuiet = 500ms; // a busy machine may read the second line of a pair late
        holding.orderHold = 60s;
        // Memory where there is some: how fast a disk syncs is not the question here.
        const bool hasMemory = QFileInfo(u"/dev/shm"_s).isWritable();
        const QTemporaryDir folder(hasMemory ? u"/dev/shm/zalo-order-XXXXXX"_s
                                             : QDir::tempPath() + u"/zalo-order-XXXXXX"_s);
        m_relay.reset();
        m_store.close();
        m_store.options.path = folder.filePath(u"relay.sqlite"_s);
        start(holding);
        m_gateway->answersByItself = true;
        m_relay->onGatewayConnected(home);
        constexpr int count = 2'000;
        QStringList expected;
        const qint64 from = m_clock.nowMs() - count;
        for (int i = 0; i < count; ++i) {
            expected << QString::number(i);
            const int number = i % 40 == 0 ? i + 1 : i % 40 == 1 ? i - 1 : i;
            m_relay->ingest(sent(number, from + number), this, {});
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_gateway->calls.size(), count, 120'000);
        QCOMPARE(m_gateway->ids(), expected);
        m_relay.reset();
        m_store.close();
    }

    //! Also what waited for the Gateway; the last of it is counted although others overtook it.
    void deliversTheBacklogInTheOrderOfSending()
    {
        const qint64 from = m_clock.nowMs();
        for (const int number : { 3, 1, 2 }) {
            QVERIFY(accept(sent(number, from + number)));
        }
        m_relay->onGatewayConnected(home);
        for (int call = 0; call < 3; ++call) {
            QTRY_COMPARE(m_gateway->calls.size(), call + 1);
            QCOMPARE(m_gateway->ids().last(), QString::number(call + 1));
            QVERIFY(m_gateway->calls.last().isBacklog);
            QCOMPARE(m_relay->backlogProgress(home), (BacklogProgress { call, 3 }));
            answer(call);
        }
        QTRY_COMPARE(m_relay->backlogProgress(home), BacklogProgress());
    }

    void dropsARepeat()
    {
        m_relay->onGatewayConnected(home);
        QVERIFY(accept(message(1)));
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        answer(0);
        QVERIFY(!accept(message(1)));
        m_store.settle();
        QCOMPARE(m_gateway->calls.size(), 1);
    }

    void deliversWhatWaitedAsBacklog()
    {
        QVERIFY(accept(message(1)));
        QVERIFY(accept(message(2, u"t2"_s)));
        m_store.settle();
        QVERIFY(m_gateway->calls.isEmpty());
        m_relay->onGatewayConnected(home);
        QTRY_COMPARE(m_gateway->ids(), (QStringList { u"1"_s, u"2"_s }));
        QVERIFY(m_gateway->calls.at(0).isBacklog);
        QVERIFY(m_gateway->calls.at(1).isBacklog);
        answer(0);
        QVERIFY(accept(message(3)));
        QTRY_COMPARE(m_gateway->calls.size(), 3);
        QVERIFY(!m_gateway->calls.at(2).isBacklog);
    }

    void triesAgainAndGivesUpVisibly()
    {
        m_relay->onGatewayConnected(home);
        m_gateway->answersByItself = false;
        QVERIFY(accept(message(1)));
        QVERIFY(accept(message(2)));
        for (int attempt = 1; attempt <= 5; ++attempt) {
            QTRY_COMPARE(m_gateway->calls.size(), attempt);
            QCOMPARE(m_gateway->calls.at(attempt - 1).row.msgId, u"1"_s);
            QCOMPARE(m_gateway->calls.at(attempt - 1).row.attempts + 1, attempt);
            answer(attempt - 1, failure(ErrorKind::GatewayRefused));
        }
        QTRY_COMPARE(m_gateway->calls.size(), 6);
        QCOMPARE(m_gateway->calls.at(5).row.msgId, u"2"_s);
        answer(5);
        QTRY_COMPARE(m_store.counts().inboundWaiting, 0);
        QCOMPARE(m_store.counts().inboundDead, 1);
    }

    void waitsBetweenTriesAlsoOverARestart()
    {
        Policy slow = quick();
        slow.deliverRetry = { 150ms, 150ms, 0 };
        start(slow);
        m_relay->onGatewayConnected(home);
        QVERIFY(accept(message(1)));
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        const qint64 failedAt = QDateTime::currentMSecsSinceEpoch();
        answer(0, failure(ErrorKind::Internal));
        m_store.settle();
        start(slow);
        m_relay->onGatewayConnected(home);
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        QVERIFY(m_gateway->calls.at(0).atMs - failedAt >= 149);
        QCOMPARE(m_gateway->calls.at(0).row.attempts, 1);
    }

    //! A Gateway that reads and does not answer: its messages wait, however long that lasts.
    void countsSilenceAsNoTry()
    {
        Policy impatient = quick();
        impatient.deliverDeadline = 20ms;
        start(impatient);
        m_relay->onGatewayConnected(home);
        for (int thread = 0; thread < 12; ++thread) {
            QVERIFY(accept(message(thread, u"t%1"_s.arg(thread))));
        }
        QTRY_VERIFY(m_gateway->calls.size() >= 12 * (impatient.deliverTries + 2));
        for (const auto& call : std::as_const(m_gateway->calls)) {
            QCOMPARE(call.row.attempts, 0);
        }
        QCOMPARE(m_store.counts().inboundWaiting, 12);
        QCOMPARE(m_store.counts().inboundDead, 0);
        answer(0); // too late: this one no longer counts
        m_store.settle();
        QCOMPARE(m_store.counts().inboundWaiting, 12);
        const int before = int(m_gateway->calls.size());
        m_gateway->answersByItself = true;
        QTRY_COMPARE(m_store.counts().inboundWaiting, 0);
        QCOMPARE(m_gateway->calls.size(), before + 12);
    }

    //! It takes others and leaves this one alone: that says something about the message.
    void countsSilenceWhereLaterMessagesAreTaken()
    {
        Policy impatient = quick();
        impatient.deliverDeadline = 100ms;
        start(impatient);
        m_gateway->leavesAlone = u"1"_s;
        m_gateway->answersByItself = true;
        m_relay->onGatewayConnected(home);
        QVERIFY(accept(message(1)));
        int other = 100;
        while (m_store.counts().inboundDead == 0 && other < 1'000) {
            QVERIFY(accept(message(++other, u"t2"_s)));
        }
        QCOMPARE(m_store.counts().inboundDead, 1);
        QCOMPARE(m_gateway->ids().count(u"1"_s), impatient.deliverTries);
    }

    //! Its disk is full, say: each message fails, and each is well.
    void buriesNothingWhileTheGatewayFailsAtEverything()
    {
        Policy patient = quick();
        patient.deliverPatience = 1h;
        start(patient);
        m_gateway->failsWith = Error { ErrorKind::GatewayFailed, {} };
        m_relay->onGatewayConnected(home);
        for (int thread = 0; thread < 3; ++thread) {
            QVERIFY(accept(message(thread, u"t%1"_s.arg(thread))));
        }
        QTRY_VERIFY(m_gateway->calls.size() >= 3 * (patient.deliverTries + 2));
        QCOMPARE(m_store.counts().inboundDead, 0);
        m_gateway->failsWith.reset();
        m_gateway->answersByItself = true;
        QTRY_COMPARE(m_store.counts().inboundWaiting, 0);
        QCOMPARE(m_store.counts().inboundDead, 0);
    }

    //! Two outages, and others were taken between them.
    void buriesNothingThatFailedInOutagesOnly()
    {
        Policy patient = quick();
        patient.deliverPatience = 1h;
        start(patient);
        m_relay->onGatewayConnected(home);
        QVERIFY(accept(message(1)));
        for (int attempt = 1; attempt < patient.deliverTries; ++attempt) {
            QTRY_COMPARE(m_gateway->calls.size(), attempt);
            answer(attempt - 1, failure(ErrorKind::GatewayFailed));
        }
        QTRY_COMPARE(m_gateway->calls.size(), patient.deliverTries);
        QVERIFY(accept(message(2, u"t2"_s)));
        QTRY_COMPARE(m_gateway->calls.size(), patient.deliverTries + 1);
        answer(patient.deliverTries);
        answer(patient.deliverTries - 1, failure(ErrorKind::GatewayFailed));
        m_store.settle();
        QCOMPARE(m_store.counts().inboundDead, 0);
        QTRY_COMPARE(m_gateway->calls.size(), patient.deliverTries + 2);
        answer(patient.deliverTries + 1);
        QTRY_COMPARE(m_store.counts().inboundWaiting, 0);
    }

    void buriesAtOnceWhatTheGatewayRefusesByName()
    {
        Policy patient = quick();
        patient.deliverPatience = 1h;
        start(patient);
        m_gateway->failsWith = Error { ErrorKind::GatewayRefused, u"params"_s };
        m_relay->onGatewayConnected(home);
        QVERIFY(accept(message(1)));
        QTRY_COMPARE(m_store.counts().inboundDead, 1);
        QCOMPARE(m_gateway->calls.size(), patient.deliverTries);
    }

    //! One account's Gateway says nothing about another account's.
    void doesNotTakeOneProfilesGatewayForAnothers()
    {
        Policy impatient = quick();
        impatient.deliverDeadline = 20ms;
        start(impatient);
        m_gateway->leavesAlone = u"1"_s;
        m_gateway->answersByItself = true;
        m_relay->onGatewayConnected(home);
        m_relay->onGatewayConnected(u"shop"_s);
        QVERIFY(accept(message(1)));
        int other = 100;
        while (m_gateway->ids().count(u"1"_s) < impatient.deliverTries + 2) {
            InboundRow row = message(++other);
            row.profile = u"shop"_s;
            QVERIFY(accept(row));
        }
        QCOMPARE(m_store.counts().inboundDead, 0);
        QCOMPARE(m_store.counts().inboundWaiting, 1);
    }

    void countsAClosedConnectionAsNoTry()
    {
        m_relay->onGatewayConnected(home);
        QVERIFY(accept(message(1)));
        for (int i = 0; i < 8; ++i) {
            QTRY_COMPARE(m_gateway->calls.size(), i + 1);
            QCOMPARE(m_gateway->calls.at(i).row.attempts, 0);
            answer(i, failure(ErrorKind::Disconnected));
            m_store.settle();
            QCOMPARE(m_gateway->calls.size(), i + 1); // nothing before the next link
            m_relay->onGatewayConnected(home);
        }
        QTRY_COMPARE(m_gateway->calls.size(), 9);
        answer(8);
        QTRY_COMPARE(m_store.counts().inboundWaiting, 0);
    }

    void deliversAgainWhatALinkTookAway()
    {
        m_relay->onGatewayConnected(home);
        QVERIFY(accept(message(1)));
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        m_relay->onGatewayDisconnected(home);
        m_relay->onGatewayConnected(home);
        QTRY_COMPARE(m_gateway->calls.size(), 2);
        QCOMPARE(m_gateway->calls.at(1).row.attempts, 0);
        answer(0, failure(ErrorKind::Disconnected)); // of the old link: the new one stays
        answer(1);
        QTRY_COMPARE(m_store.counts().inboundWaiting, 0);
        QVERIFY(accept(message(2)));
        QTRY_COMPARE(m_gateway->calls.size(), 3);
    }

    //! The link took the answer to the newest one, and the history told an older one meanwhile:
    //! that one goes first now, and the newest again. The Gateway knows it by its id.
    void deliversAnOlderOneBeforeWhatALinkTookAway()
    {
        m_relay->onGatewayConnected(home);
        const qint64 from = m_clock.nowMs();
        QVERIFY(accept(sent(3, from + 3)));
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        QVERIFY(accept(sent(2, from + 2)));
        m_relay->onGatewayDisconnected(home);
        m_gateway->answersByItself = true;
        m_relay->onGatewayConnected(home);
        QTRY_COMPARE(m_store.counts().inboundWaiting, 0);
        QCOMPARE(m_gateway->ids(), (QStringList { u"3"_s, u"2"_s, u"3"_s }));
    }

    void countsAFailureOfASupersededConnectionAsNoTry()
    {
        m_relay->onGatewayConnected(home);
        QVERIFY(accept(message(1)));
        for (int i = 0; i < 8; ++i) {
            QTRY_COMPARE(m_gateway->calls.size(), i + 1);
            QCOMPARE(m_gateway->calls.at(i).row.attempts, 0);
            m_relay->onGatewayConnected(home); // a newer one took its place
            m_store.settle();
            answer(i, failure(ErrorKind::GatewayRefused));
        }
        QTRY_COMPARE(m_gateway->calls.size(), 9);
        QCOMPARE(m_store.counts().inboundDead, 0);
    }

    void waitsNoLongerThanAPauseWhereTheWallClockWasSetBack()
    {
        Policy slow = quick();
        slow.deliverRetry = { 50ms, 50ms, 0 };
        start(slow);
        m_relay->onGatewayConnected(home);
        QVERIFY(accept(message(1)));
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        answer(0, failure(ErrorKind::Internal));
        m_store.settle();
        m_clock.setWallClock(m_clock.nowMs() - 3'600'000);
        start(slow);
        m_relay->onGatewayConnected(home);
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        QCOMPARE(m_gateway->calls.at(0).row.attempts, 1);
    }

    void deliversAgainAfterACrashBeforeTaken()
    {
        m_relay->onGatewayConnected(home);
        QVERIFY(accept(message(1)));
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        start(); // the Gateway may have it, but its answer never came
        m_relay->onGatewayConnected(home);
        QTRY_COMPARE(m_gateway->ids(), QStringList { u"1"_s });
        answer(0);
        QTRY_COMPARE(m_store.counts().inboundWaiting, 0);
        start();
        m_relay->onGatewayConnected(home);
        m_store.settle();
        QVERIFY(m_gateway->calls.isEmpty()); // a taken one never again
    }

    void pacesTheBacklog()
    {
        for (int i = 1; i <= 4; ++i) {
            QVERIFY(accept(message(i)));
            QVERIFY(accept(message(10 + i, u"t2"_s)));
        }
        Policy paced = quick();
        paced.backlogThreadInterval = 60ms;
        start(paced);
        m_gateway->answersByItself = true;
        m_relay->onGatewayConnected(home);
        QTRY_COMPARE(m_gateway->calls.size(), 8);
        QHash<QString, qint64> last;
        QHash<QString, int> lastNumber;
        for (const auto& call : std::as_const(m_gateway->calls)) {
            const QString thread = call.row.thread.id;
            if (last.contains(thread)) {
                const qint64 pause = call.atMs - last.value(thread);
                QVERIFY2(pause >= 58, qPrintable(QString::number(pause)));
            }
            QVERIFY(call.row.msgId.toInt() > lastNumber.value(thread));
            last.insert(thread, call.atMs);
            lastNumber.insert(thread, call.row.msgId.toInt());
        }
    }

    //! Many threads must not be a flood that one thread may not be.
    void pacesTheBacklogOverAllThreads()
    {
        constexpr int count = 40;
        for (int i = 0; i < count; ++i) {
            QVERIFY(accept(message(i, u"t%1"_s.arg(i % 20))));
        }
        Policy paced = quick();
        paced.backlogInterval = 20ms;
        start(paced);
        m_gateway->answersByItself = true;
        m_relay->onGatewayConnected(home);
        // What just comes in another thread does not stand at the end of the queue.
        QTRY_VERIFY(m_gateway->calls.size() > 2);
        QVERIFY(accept(message(1'000, u"live"_s)));
        QTRY_VERIFY(m_gateway->ids().contains(u"1000"_s));
        QVERIFY(m_gateway->calls.size() < count);
        QTRY_COMPARE(m_gateway->calls.size(), count + 1);
        qint64 last = 0;
        int oldest = -1;
        for (const auto& call : std::as_const(m_gateway->calls)) {
            if (call.isBacklog) {
                QVERIFY2(call.atMs - last >= 19, qPrintable(QString::number(call.atMs - last)));
                last = call.atMs;
                QVERIFY(call.row.msgId.toInt() > oldest); // the oldest of all first
                oldest = call.row.msgId.toInt();
            }
        }
        QCOMPARE(oldest, count - 1);
    }

    //! Its time may come between two looks at the clock, while nothing else happens.
    void thePaceOfTheBacklogNeverHoldsItLonger()
    {
        for (int ms = 5; ms < 15; ++ms) {
            m_relay.reset();
            m_store.reset();
            m_clock = FalseClock(QDateTime::currentMSecsSinceEpoch());
            start();
            QVERIFY(accept(message(1, u"t1"_s)));
            QVERIFY(accept(message(2, u"t2"_s)));
            m_clock.passAtEachLook();
            Policy paced = quick();
            paced.backlogInterval = std::chrono::milliseconds(ms);
            start(paced);
            m_gateway->answersByItself = true;
            m_relay->onGatewayConnected(home);
            QTRY_COMPARE(m_gateway->calls.size(), 2);
        }
    }

    void deliversWhatJustCameBeforeTheBacklog()
    {
        for (int i = 0; i < 3; ++i) {
            QVERIFY(accept(message(i, u"t%1"_s.arg(i))));
        }
        Policy narrow = quick();
        narrow.deliverWindow = 1;
        start(narrow);
        m_relay->onGatewayConnected(home);
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        QVERIFY(accept(message(1'000, u"live"_s)));
        m_store.settle();
        answer(0);
        QTRY_COMPARE(m_gateway->calls.size(), 2);
        QCOMPARE(m_gateway->ids().last(), u"1000"_s);
    }

    void paysTheBacklogsPaceAlsoForWhatComesBeforeItIsLoaded()
    {
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(accept(message(i)));
        }
        Policy paced = quick();
        paced.backlogThreadInterval = 10s;
        start(paced);
        m_gateway->answersByItself = true;
        // The message is stored before it is known what waits: its thread belongs to the backlog.
        m_relay->ingest(message(4), this, {});
        m_relay->onGatewayConnected(home);
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        m_store.settle();
        m_store.settle();
        QCOMPARE(m_gateway->ids(), QStringList { u"1"_s });
        QVERIFY(m_gateway->calls.at(0).isBacklog);
    }

    void keepsRoomForWhatJustCame()
    {
        for (int i = 0; i < 8; ++i) {
            QVERIFY(accept(message(i, u"t%1"_s.arg(i))));
        }
        Policy narrow = quick();
        narrow.deliverWindow = 4;
        start(narrow);
        m_relay->onGatewayConnected(home); // and nothing is answered
        QTRY_COMPARE(m_gateway->calls.size(), 3);
        m_store.settle();
        QCOMPARE(m_gateway->calls.size(), 3);
        QVERIFY(accept(message(1'000, u"live"_s)));
        QTRY_COMPARE(m_gateway->ids().last(), u"1000"_s);
    }

    void tellsHowFarTheBacklogIs()
    {
        for (int i = 0; i < 3; ++i) {
            QVERIFY(accept(message(i)));
            QVERIFY(accept(message(10 + i, u"t2"_s)));
        }
        start();
        QCOMPARE(m_relay->backlogProgress(home), BacklogProgress());
        QSignalSpy progressed(m_relay.get(), &InboundRelay::backlogProgressed);
        m_relay->onGatewayConnected(home);
        QTRY_COMPARE(m_gateway->calls.size(), 2);
        QCOMPARE(m_relay->backlogProgress(home), (BacklogProgress { 0, 6 }));
        answer(0);
        QTRY_COMPARE(m_relay->backlogProgress(home), (BacklogProgress { 1, 6 }));
        // What just came is not part of it.
        QVERIFY(accept(message(20, u"t3"_s)));
        QTRY_COMPARE(m_gateway->calls.size(), 4);
        answer(3);
        m_store.settle();
        QCOMPARE(m_relay->backlogProgress(home), (BacklogProgress { 1, 6 }));
        // A Gateway that comes back begins with what is left.
        m_relay->onGatewayDisconnected(home);
        QCOMPARE(m_relay->backlogProgress(home), BacklogProgress());
        m_gateway->answersByItself = true;
        m_relay->onGatewayConnected(home);
        QTRY_COMPARE(m_store.counts().inboundWaiting, 0);
        QTRY_COMPARE(m_relay->backlogProgress(home), BacklogProgress());
        QVERIFY(progressed.size() >= 7);
    }

    void keepsThePaceOverAReconnect()
    {
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(accept(message(i)));
        }
        Policy paced = quick();
        paced.backlogThreadInterval = 10s;
        start(paced);
        m_gateway->answersByItself = true;
        m_relay->onGatewayConnected(home);
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        for (int i = 0; i < 5; ++i) {
            m_relay->onGatewayDisconnected(home);
            m_relay->onGatewayConnected(home);
            m_store.settle();
        }
        QCOMPARE(m_gateway->calls.size(), 1);
    }

    void leavesOldMessagesToAPerson()
    {
        InboundRow old = message(1);
        old.agedMs = old.receivedMs - 25 * 3'600'000;
        QVERIFY(accept(old));
        QVERIFY(accept(message(2)));
        m_relay->onGatewayConnected(home);
        QTRY_COMPARE(m_gateway->ids(), QStringList { u"2"_s });
        answer(0);
        m_store.settle();
        QCOMPARE(m_store.counts().inboundWaiting, 0);
        QCOMPARE(m_store.counts().inboundExpired, 1);
        QCOMPARE(m_gateway->calls.size(), 1);
        const auto anyway = [&](qint64 seq) {
            return *awaited<bool>([&](QObject* context, auto done) {
                m_relay->deliverAnyway(home, seq, context, done);
            });
        };
        QVERIFY(anyway(1));
        QTRY_COMPARE(m_gateway->calls.size(), 2);
        QCOMPARE(m_gateway->calls.at(1).row.msgId, u"1"_s);
        QVERIFY(!anyway(2)); // taken
        QVERIFY(!anyway(99));
    }

    //! Once more, and told apart from the same delivery that is only repeated.
    void handsOverAgainWhatTheGatewayDropped()
    {
        start();
        m_relay->onGatewayConnected(home);
        QVERIFY(accept(message(1)));
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        QCOMPARE(m_gateway->calls.at(0).row.acceptedMs, 0);
        answer(0);
        const auto settled = [this](auto call) { return *awaited<bool>(call); };
        QVERIFY(settled([&](QObject* context, auto done) {
            m_relay->recordOutcome(home, u"1"_s, {}, InboundOutcome::Dropped,
                                   { OutcomeCode::NoMention, {} }, context, done);
        }));
        QVERIFY(settled(
            [&](QObject* context, auto done) { m_relay->deliverAnyway(home, 1, context, done); }));
        QTRY_COMPARE(m_gateway->calls.size(), 2);
        const qint64 before = m_gateway->calls.at(1).row.acceptedMs;
        QVERIFY(before > 0);
        // A try that failed changes nothing of that.
        m_gateway->calls.at(1).done(failure(ErrorKind::GatewayFailed));
        QTRY_COMPARE(m_gateway->calls.size(), 3);
        QCOMPARE(m_gateway->calls.at(2).row.acceptedMs, before);
    }

    void expiresWhatWaitsTooLong()
    {
        Policy policy = quick();
        policy.expiryInterval = 5ms;
        start(policy);
        QVERIFY(accept(message(1)));
        QVERIFY(accept(message(2)));
        m_store.settle();
        QCOMPARE(m_store.counts().inboundWaiting, 2);
        m_clock.pass(25 * 3'600'000);
        QTRY_COMPARE(m_store.counts().inboundExpired, 2);
        QCOMPARE(m_store.counts().inboundWaiting, 0);
        m_relay->onGatewayConnected(home);
        m_store.settle();
        QCOMPARE(m_gateway->calls.size(), 0);
        QCOMPARE(awaited<int>([&](QObject* context, auto done) {
                     m_relay->deliverExpired(home, context, done);
                 }).value_or(-1),
                 2);
        QTRY_COMPARE(m_gateway->ids(), QStringList { u"1"_s });
        answer(0);
        QTRY_COMPARE(m_gateway->ids().last(), u"2"_s);
        QCOMPARE(m_store.counts().inboundExpired, 0);
    }

    void hasALimitThatPeopleChoose()
    {
        InboundRow message = TestInboundRelay::message(1);
        message.agedMs = message.receivedMs - 2 * 3'600'000;
        QVERIFY(accept(message));
        m_relay->setMaxAge(1h);
        QTRY_COMPARE(m_store.counts().inboundExpired, 1);
    }

    //! Without a battery a clock is days behind until a time server has set it.
    void deliversWhatCameWhileTheClockWasBehind()
    {
        const qint64 right = QDateTime::currentMSecsSinceEpoch();
        m_clock.setWallClock(right - 3 * 24 * 3'600'000LL);
        m_clock.setSynced(false);
        InboundRow fresh = message(1);
        fresh.receivedMs = m_clock.nowMs();
        fresh.agedMs = right;
        QVERIFY(accept(fresh));
        m_clock.setWallClock(right + 60'000);
        m_clock.setSynced(true);
        m_relay->onGatewayConnected(home);
        QTRY_COMPARE(m_gateway->ids(), QStringList { u"1"_s });
    }

    void deliversWhatComesWhileTheClockIsAhead()
    {
        const qint64 right = QDateTime::currentMSecsSinceEpoch();
        m_clock.setWallClock(right + 3 * 24 * 3'600'000LL);
        m_clock.setSynced(false);
        InboundRow fresh = message(1);
        fresh.receivedMs = m_clock.nowMs();
        fresh.agedMs = right;
        QVERIFY(accept(fresh));
        m_relay->onGatewayConnected(home);
        QTRY_COMPARE(m_gateway->ids(), QStringList { u"1"_s });
        QCOMPARE(m_store.counts().lastInMs, right);
    }

    void countsAnAgeFromTheArrivalWhereZalosTimeCannotBe_data()
    {
        QTest::addColumn<qint64>("sentMs");
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        QTest::newRow("none") << qint64(0);
        QTest::newRow("seconds") << now / 1'000;
        QTest::newRow("a day ahead") << now + 24 * 3'600'000;
    }

    void countsAnAgeFromTheArrivalWhereZalosTimeCannotBe()
    {
        QFETCH(const qint64, sentMs);
        InboundRow row = message(1);
        row.agedMs = sentMs;
        QVERIFY(accept(row));
        m_relay->onGatewayConnected(home);
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        QVERIFY(qAbs(m_gateway->calls.first().row.agedMs - m_clock.nowMs()) < 60'000);
    }

    void discardsOnRequest()
    {
        QVERIFY(accept(message(1)));
        QVERIFY(accept(message(2)));
        QVERIFY(*awaited<bool>(
            [&](QObject* context, auto done) { m_relay->discard(home, 1, context, done); }));
        m_relay->onGatewayConnected(home);
        QTRY_COMPARE(m_gateway->ids(), QStringList { u"2"_s });
    }

    void pausesEverything()
    {
        m_relay->onGatewayConnected(home);
        m_relay->setPaused(true);
        QVERIFY(accept(message(1)));
        m_store.settle();
        QVERIFY(m_gateway->calls.isEmpty());
        m_relay->setPaused(false);
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        QVERIFY(m_gateway->calls.at(0).isBacklog);
    }

    void pausesOneThreadAlsoOverARestart()
    {
        const ThreadRef thread { u"t1"_s, false };
        const auto pause = [&](bool paused) {
            return awaited<void>([&](QObject* context, auto done) {
                m_relay->setThreadPaused(home, thread, paused, 0, context, done);
            });
        };
        m_relay->onGatewayConnected(home);
        QVERIFY(pause(true));
        QVERIFY(accept(message(1)));
        start();
        m_relay->onGatewayConnected(home);
        QVERIFY(accept(message(2, u"t2"_s)));
        QTRY_COMPARE(m_gateway->ids(), QStringList { u"2"_s });
        QVERIFY(pause(false));
        QTRY_COMPARE(m_gateway->calls.size(), 2);
        QCOMPARE(m_gateway->calls.at(1).row.msgId, u"1"_s);
    }

    void keepsWithinItsWindow()
    {
        Policy narrow = quick();
        narrow.deliverWindow = 3;
        start(narrow);
        for (int i = 0; i < 8; ++i) {
            QVERIFY(accept(message(i, u"t%1"_s.arg(i))));
        }
        m_relay->onGatewayConnected(home);
        QTRY_COMPARE(m_gateway->calls.size(), 3);
        m_store.settle();
        QCOMPARE(m_gateway->ids(), (QStringList { u"0"_s, u"1"_s, u"2"_s }));
        for (int i = 0; i < 8; ++i) {
            QTRY_VERIFY(m_gateway->calls.size() > i);
            answer(i);
        }
        QTRY_COMPARE(m_store.counts().inboundWaiting, 0);
    }

    void keepsWhatJustCameWithinTheWindow()
    {
        Policy narrow = quick();
        narrow.deliverWindow = 3;
        start(narrow);
        m_relay->onGatewayConnected(home);
        for (int i = 0; i < 8; ++i) {
            QVERIFY(accept(message(i, u"t%1"_s.arg(i))));
        }
        m_store.settle();
        QCOMPARE(m_gateway->calls.size(), 3);
        answer(1);
        QTRY_COMPARE(m_gateway->calls.size(), 4);
        m_store.settle();
        QCOMPARE(m_gateway->calls.size(), 4);
    }

    //! Another person logs in: what waits of the first is not delivered as theirs.
    void deliversOnlyWhatIsOfWhoIsLoggedIn()
    {
        QVERIFY(accept(message(1)));
        QVERIFY(accept(message(2, u"t2"_s)));
        m_relay->setAccount(home, stranger);
        m_relay->onGatewayConnected(home);
        InboundRow theirs = message(3);
        theirs.account = stranger;
        QVERIFY(accept(theirs));
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        QCOMPARE(m_gateway->calls.at(0).row.msgId, u"3"_s);
        QVERIFY(accept(message(4))); // an old line of the first one's listener
        answer(0);
        m_store.settle();
        QCOMPARE(m_gateway->calls.size(), 1);
        QCOMPARE(m_store.counts().inboundWaiting, 3);

        m_relay->setAccount(home, {}); // and of nobody while nobody is certain
        m_store.settle();
        QCOMPARE(m_gateway->calls.size(), 1);
        m_gateway->answersByItself = true;
        m_relay->setAccount(home, owner);
        QTRY_COMPARE(m_gateway->calls.size(), 4);
        QCOMPARE(m_gateway->ids(), (QStringList { u"3"_s, u"1"_s, u"2"_s, u"4"_s }));
    }

    void deliversNoOwnMessage()
    {
        m_relay->onGatewayConnected(home);
        InboundRow own = message(1);
        own.state = InboundState::Own;
        QVERIFY(accept(own));
        QVERIFY(accept(message(2)));
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        QCOMPARE(m_gateway->calls.at(0).row.msgId, u"2"_s);
        QCOMPARE(m_store.counts().lastInMs, m_gateway->calls.at(0).row.receivedMs);
    }

    void keepsProfilesApart()
    {
        InboundRow other = message(1);
        other.profile = u"work"_s;
        other.account = stranger;
        m_relay->setAccount(u"work"_s, stranger);
        QVERIFY(accept(other));
        QVERIFY(accept(message(1)));
        m_relay->onGatewayConnected(u"work"_s);
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        m_store.settle();
        QCOMPARE(m_gateway->calls.size(), 1);
        QCOMPARE(m_gateway->calls.at(0).row.profile, u"work"_s);
    }

    void deliversOnceTheStoreOpens()
    {
        QVERIFY(accept(message(1)));
        m_relay.reset();
        m_store.start();
        m_relay = std::make_unique<InboundRelay>(m_store.get(), m_gateway.get(), quick());
        m_relay->setAccount(home, owner);
        m_relay->onGatewayConnected(home); // before the store is there
        QVERIFY(m_store.openStarted());
        QTRY_COMPARE(m_gateway->calls.size(), 1);
    }

    void losesNothingOnAFullDisk()
    {
        m_store->queue().setMaxPages(25);
        m_gateway->answersByItself = true;
        m_relay->onGatewayConnected(home);
        int accepted = 0;
        for (int i = 0; i < 60; ++i) {
            InboundRow in = message(i);
            in.payload.insert(u"text"_s, QString(2000, u'x'));
            m_relay->ingest(in, this, [&](const Result<bool>& stored) {
                QVERIFY(stored && *stored);
                ++accepted;
            });
        }
        QTRY_COMPARE(m_store->queue().state(), CommitQueue::State::Blocked);
        m_store->queue().setMaxPages(0);
        QTRY_COMPARE(accepted, 60);
        QTRY_COMPARE_WITH_TIMEOUT(m_store.counts().inboundWaiting, 0, 20'000);
        QStringList expected;
        for (int i = 0; i < 60; ++i) {
            expected << QString::number(i);
        }
        QCOMPARE(m_gateway->ids(), expected);
    }
};

QTEST_GUILESS_MAIN(TestInboundRelay)
#include "tst_inboundrelay.moc"
