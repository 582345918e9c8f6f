// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "falseclock.h"
#include "findingexamples.h"
#include "localcompanion/waitwatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 Start = 1'795'000'000'000;

} // namespace

//! When a wait has lasted for too long: a minute here, by a clock that the test moves.
class TestWaitWatch : public QObject
{
    Q_OBJECT

    FalseClock m_clock { Start };
    std::unique_ptr<WaitWatch> m_watch;
    Snapshot m_now;

    [[nodiscard]] ProfileSnapshot& profile() { return m_now.profiles.first(); }

    //! Whether it is overdue after `ms` more.
    bool isOverdueAfter(qint64 ms)
    {
        m_clock.pass(ms);
        m_watch->describe(m_now);
        return profile().isWaitOverdue;
    }

private slots:
    void init()
    {
        m_clock = FalseClock(Start);
        m_watch = std::make_unique<WaitWatch>(60s, m_clock.clock());
        m_now = wellSnapshot();
    }

    void whoWaitsForLongIsNoticed()
    {
        QVERIFY(!isOverdueAfter(0));
        profile().waiting = { 1, Start };
        QVERIFY(!isOverdueAfter(0));
        QVERIFY(!isOverdueAfter(59'000));
        QVERIFY(isOverdueAfter(1'000));
        QVERIFY(isOverdueAfter(1'000));
        profile().waiting = {};
        QVERIFY(!isOverdueAfter(0));
        // The next one has its own minute.
        profile().waiting = { 1, m_clock.nowMs() };
        QVERIFY(!isOverdueAfter(0));
    }

    //! Nothing else changes meanwhile, so nobody else builds a snapshot.
    void itSaysSoByItself()
    {
        WaitWatch watch(20ms, Clock());
        QSignalSpy changed(&watch, &WaitWatch::changed);
        profile().waiting = { 1, Start };
        watch.describe(m_now);
        QVERIFY(!profile().isWaitOverdue);
        QTRY_VERIFY(!changed.isEmpty());
        QTRY_VERIFY((watch.describe(m_now), profile().isWaitOverdue));
    }

    //! What waited an hour for the Gateway is no alarm in the moment in which that is back.
    void aNewCauseBeginsAnew()
    {
        m_now = snapshotWith(FindingCode::GatewayAway);
        profile().waiting = { 1, Start };
        QVERIFY(!isOverdueAfter(0));
        QVERIFY(isOverdueAfter(3'600'000));
        const WaitingChats waiting = profile().waiting;
        m_now = wellSnapshot();
        profile().waiting = waiting;
        QVERIFY(!isOverdueAfter(0));
        QVERIFY(!isOverdueAfter(59'000));
        QVERIFY(isOverdueAfter(1'000));
    }

    //! Old messages of Zalo's history have only just come.
    void anOlderMessageBeginsAnew()
    {
        profile().waiting = { 1, Start };
        QVERIFY(!isOverdueAfter(0));
        profile().waiting = { 2, Start - 7'200'000 };
        QVERIFY(!isOverdueAfter(59'000));
        QVERIFY(!isOverdueAfter(59'000));
        QVERIFY(isOverdueAfter(1'000));
    }

    //! One is delivered now and then, and those behind it wait all the same.
    void progressThatIsTooSlowIsNoticed()
    {
        profile().waiting = { 9, Start };
        QVERIFY(!isOverdueAfter(0));
        for (int second = 10; second < 60; second += 10) {
            profile().waiting.sinceMs = Start + second * 50;
            QVERIFY(!isOverdueAfter(10'000));
        }
        profile().waiting.sinceMs = Start + 5'000;
        QVERIFY(isOverdueAfter(15'000));
        // One that keeps up does not.
        profile().waiting.sinceMs = m_clock.nowMs() - 1'000;
        QVERIFY(!isOverdueAfter(0));
    }

    //! Zalo's clock may be ahead of this machine's, and that may be set.
    void theWallClockHoldsNothingUp()
    {
        profile().waiting = { 1, Start + 3'600'000 };
        QVERIFY(!isOverdueAfter(0));
        m_clock.setWallClock(Start - 7'200'000);
        QVERIFY(isOverdueAfter(60'000));
    }

    void inPausedChatsPeopleMayWait()
    {
        profile().waitingPaused = { 3, Start };
        QVERIFY(!isOverdueAfter(0));
        QVERIFY(!isOverdueAfter(3'600'000));
    }
};

QTEST_GUILESS_MAIN(TestWaitWatch)
#include "tst_waitwatch.moc"
