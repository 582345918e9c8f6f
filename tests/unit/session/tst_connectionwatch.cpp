// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "faketcpview.h"
#include "falseclock.h"
#include "session/connectionwatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace std::chrono_literals;

using Silence = ConnectionWatch::Silence;
using Occasion = ConnectionWatch::Occasion;

namespace {

constexpr qint64 Start = 1'800'000'000'000;
constexpr qint64 Pid = 77;

} // namespace

//! What is made of what the kernel tells. It is asked by hand here, on a clock of the test's own.
class TestConnectionWatch : public QObject
{
    Q_OBJECT

    std::unique_ptr<FalseClock> m_clock;
    std::shared_ptr<FakeConnections> m_kernel;
    std::unique_ptr<FakeTcpView> m_view;
    std::unique_ptr<ConnectionWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_heard;
    std::unique_ptr<QSignalSpy> m_silent;
    std::unique_ptr<QSignalSpy> m_renewals;
    Timing m_timing;

    void makeWatch()
    {
        m_watch = std::make_unique<ConnectionWatch>(*m_view, m_timing, m_clock->clock());
        m_heard = std::make_unique<QSignalSpy>(m_watch.get(), &ConnectionWatch::heard);
        m_silent = std::make_unique<QSignalSpy>(m_watch.get(), &ConnectionWatch::silent);
        m_renewals = std::make_unique<QSignalSpy>(m_watch.get(), &ConnectionWatch::renewalDue);
    }

    //! Time passes in which nothing comes, and the kernel is asked.
    void pass(std::chrono::milliseconds awake, std::chrono::milliseconds asleep = 0ms)
    {
        m_clock->pass(awake.count(), asleep.count());
        for (TcpConnection& one : m_kernel->connections) {
            one.sinceAck += awake;
            one.sinceData += awake;
        }
        m_watch->read();
    }

    [[nodiscard]] qint64 lastHeard() const { return m_heard->last().at(0).toLongLong(); }
    [[nodiscard]] Silence silence() const { return m_silent->last().at(0).value<Silence>(); }

private slots:
    void init()
    {
        m_timing = {};
        m_timing.kernelPoll = 1h;
        m_clock = std::make_unique<FalseClock>(Start);
        m_kernel = std::make_shared<FakeConnections>();
        m_view = std::make_unique<FakeTcpView>(m_kernel);
        makeWatch();
    }

    void cleanup() { m_watch.reset(); }

    void itIsHeardOfByAcknowledgementsAndData()
    {
        m_kernel->add("ws");
        m_watch->start(Pid);
        QVERIFY(m_watch->canTell());
        pass(10s);
        QVERIFY(m_heard->isEmpty()); // that it is connected is known already
        m_kernel->connections.first().sinceAck = 3s;
        m_watch->read();
        QCOMPARE(m_heard->size(), 1);
        QCOMPARE(lastHeard(), Start + 7'000);
        QCOMPARE(m_heard->last().at(1).toLongLong(), m_clock->clock().bootMs() - 3'000);
        pass(5s);
        QCOMPARE(m_heard->size(), 1); // the same one is no news
        m_kernel->connections.first().sinceData = 1s;
        m_watch->read();
        QCOMPARE(lastHeard(), Start + 14'000);
    }

    //! A time server or a person sets the clock: what was heard stays as long ago as it was.
    void theWallClockIsSet()
    {
        m_kernel->add("ws");
        m_watch->start(Pid);
        pass(10s);
        m_clock->setWallClock(Start + 3'600'000);
        m_watch->read();
        QVERIFY(m_heard->isEmpty());
        m_kernel->connections.first().sinceAck = 2s;
        m_watch->read();
        QCOMPARE(lastHeard(), Start + 3'600'000 - 2'000);
    }

    //! zca's commands to Zalo's web servers keep their connections for a while.
    void theOneThatStaysIsTheWebsocket()
    {
        m_kernel->add("web");
        m_kernel->add("ws");
        m_watch->start(Pid);
        pass(5s);
        m_kernel->connections.last().sinceAck = 0ms;
        m_watch->read();
        QVERIFY(m_heard->isEmpty()); // not known yet which of them it is
        m_kernel->connections.first().isEstablished = false;
        m_watch->read();
        QCOMPARE(lastHeard(), Start + 5'000);
        m_kernel->connections.removeFirst();
        m_kernel->add("another"); // later ones are none
        pass(60s);
        QCOMPARE(m_heard->size(), 1);
        QVERIFY(m_watch->canTell());
        QVERIFY(m_silent->isEmpty());
    }

    //! An hour without a message, with a ping every three minutes.
    void aQuietOneIsLeftAlone()
    {
        m_kernel->add("ws");
        m_watch->start(Pid);
        for (int second = 5; second <= 3'600; second += 5) {
            TcpConnection& ws = m_kernel->connections.first();
            const bool pings = second % 180 == 0;
            ws.waitingBytes = pings ? 40 : 0; // seen in the moment before it is acknowledged
            ws.unacked = pings ? 1 : 0;
            pass(5s);
            if (pings) {
                ws.sinceAck = 0ms;
            }
        }
        QVERIFY(m_silent->isEmpty());
        QVERIFY(m_renewals->isEmpty());
        QCOMPARE(m_heard->size(), 19); // the last ping's is heard at the next question
    }

    void whatIsNotAcknowledgedIsDead()
    {
        m_kernel->add("ws");
        m_watch->start(Pid);
        pass(180s);
        m_kernel->connections.first().waitingBytes = 40;
        pass(5s);
        pass(5s);
        pass(5s);
        QVERIFY(m_silent->isEmpty());
        pass(5s); // 15 s after it was first seen
        QCOMPARE(m_silent->size(), 1);
        QCOMPARE(silence(), Silence::Unacknowledged);
        QVERIFY(m_heard->isEmpty());
        const int questions = m_kernel->questions;
        pass(60s);
        QCOMPARE(m_silent->size(), 1); // once
        QCOMPARE(m_kernel->questions, questions);
    }

    void aSlowOneIsNot()
    {
        m_kernel->add("ws").waitingBytes = 40;
        m_watch->start(Pid);
        for (int i = 0; i < 20; ++i) { // a bad network, but a part is acknowledged now and then
            pass(10s);
            m_kernel->connections.first().sinceAck = 1s;
        }
        QVERIFY(m_silent->isEmpty());
    }

    //! zca says that it closed a moment later. One that does not, and talks to nobody, is deaf.
    void oneThatIsGoneIsDead()
    {
        m_kernel->add("ws");
        m_watch->start(Pid);
        m_kernel->connections.clear();
        pass(5s);
        pass(5s);
        QVERIFY(m_silent->isEmpty());
        pass(10s);
        QCOMPARE(m_silent->size(), 1);
        QCOMPARE(silence(), Silence::Unacknowledged);
    }

    //! What was watched may never have been the websocket: then nothing is claimed.
    void goneWhileOthersAreThere()
    {
        m_kernel->add("ws");
        m_watch->start(Pid);
        m_kernel->connections.clear();
        m_kernel->add("other");
        pass(5s);
        pass(15s);
        QVERIFY(m_silent->isEmpty());
        QVERIFY(!m_watch->canTell());
    }

    void whereTheKernelCannotTell_data()
    {
        QTest::addColumn<bool>("hasDiagnostics");
        QTest::newRow("no sock_diag") << false;
        QTest::newRow("no connection") << true;
    }

    //! A renewal is due from time to time, until one is made.
    void whereTheKernelCannotTell()
    {
        QFETCH(bool, hasDiagnostics);
        m_timing.renewAfter = 30ms;
        m_timing.quietMoment = 10ms;
        makeWatch();
        if (!hasDiagnostics) {
            m_kernel->unknown = TcpUnknown::NoDiagnostics;
        }
        m_watch->start(Pid);
        QVERIFY(!m_watch->canTell());
        QTRY_VERIFY(m_renewals->size() >= 3);
        m_watch->stop();
        const int questions = m_kernel->questions;
        m_watch->read();
        QCOMPARE(m_kernel->questions, questions);
    }

    void theKernelStopsTelling()
    {
        m_kernel->add("ws");
        m_watch->start(Pid);
        m_kernel->unknown = TcpUnknown::NoPermission;
        pass(5s);
        QVERIFY(!m_watch->canTell());
        QVERIFY(m_silent->isEmpty());
    }

    void itIsAskedFromTimeToTime()
    {
        m_timing.kernelPoll = 5ms;
        makeWatch();
        m_kernel->add("ws");
        m_watch->start(Pid);
        QTRY_VERIFY(m_kernel->questions > 5);
        m_watch->stop();
        const int questions = m_kernel->questions;
        QTest::qWait(0);
        QCOMPARE(m_kernel->questions, questions);
    }

    void anAnswerIsDemanded_data()
    {
        QTest::addColumn<Occasion>("occasion");
        QTest::addColumn<bool>("waits");
        QTest::addColumn<bool>("answers");
        QTest::addColumn<bool>("isSilent");
        QTest::newRow("awake, nothing comes") << Occasion::Woke << false << false << true;
        QTest::newRow("awake, unacknowledged") << Occasion::Woke << true << false << true;
        QTest::newRow("awake, it answers") << Occasion::Woke << false << true << false;
        QTest::newRow("network, nothing comes")
            << Occasion::NetworkReturned << false << false << false;
        QTest::newRow("network, unacknowledged")
            << Occasion::NetworkReturned << true << false << true;
        QTest::newRow("network, it answers") << Occasion::NetworkReturned << true << true << false;
    }

    void anAnswerIsDemanded()
    {
        QFETCH(Occasion, occasion);
        QFETCH(bool, waits);
        QFETCH(bool, answers);
        QFETCH(bool, isSilent);
        m_timing.answerDeadline = 20ms;
        makeWatch();
        m_kernel->add("ws");
        m_watch->start(Pid);
        pass(30s, 1h);
        m_watch->demandAnswer(occasion);
        m_clock->pass(10'000);
        TcpConnection& ws = m_kernel->connections.first();
        ws.sinceAck += answers ? -ws.sinceAck + 1s : 10s;
        ws.sinceData += 10s;
        ws.waitingBytes = waits ? 40 : 0;
        const int questions = m_kernel->questions;
        QTRY_VERIFY(m_kernel->questions > questions);
        QCOMPARE(m_silent->size(), isSilent ? 1 : 0);
        if (isSilent) {
            QCOMPARE(silence(),
                     occasion == Occasion::Woke ? Silence::AfterSleep : Silence::Unacknowledged);
        }
        QCOMPARE(m_heard->size(), answers ? 1 : 0);
    }

    void nobodyAnswersWhereTheKernelCannotTell()
    {
        m_kernel->unknown = TcpUnknown::NoDiagnostics;
        m_watch->start(Pid);
        m_watch->demandAnswer(Occasion::NetworkReturned);
        QVERIFY(m_silent->isEmpty());
        m_watch->demandAnswer(Occasion::Woke);
        QCOMPARE(m_silent->size(), 1);
        QCOMPARE(silence(), Silence::AfterSleep);
        m_watch->demandAnswer(Occasion::Woke); // nothing is watched
        QCOMPARE(m_silent->size(), 1);
    }

    //! The kernel's times stand still in a sleep. It may have come before it or after it.
    void whatIsHeardAroundASleepCountsAsBefore()
    {
        m_kernel->add("ws");
        m_watch->start(Pid);
        m_clock->pass(4'000, 3'600'000);
        m_kernel->connections.first().sinceAck = 1s;
        m_kernel->connections.first().sinceData = 4s;
        m_watch->read();
        QCOMPARE(lastHeard(), Start + 3'000);
        pass(2s);
        m_kernel->connections.first().sinceAck = 0ms;
        m_watch->read();
        QCOMPARE(lastHeard(), Start + 6'000 + 3'600'000);
    }
};

QTEST_GUILESS_MAIN(TestConnectionWatch)
#include "tst_connectionwatch.moc"
