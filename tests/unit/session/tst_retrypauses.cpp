// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/retrypauses.h"

#include <QTest>

using namespace zalo;
using namespace std::chrono_literals;

//! The pauses of the program as it is delivered, by a clock that the test moves.
class TestRetryPauses : public QObject
{
    Q_OBJECT

    using ms = std::chrono::milliseconds;

    qint64 m_now = 1'000;
    Clock m_clock;

    void pass(ms time) { m_now += time.count(); }

private slots:
    void init()
    {
        m_now = 1'000;
        m_clock.steadyMs = [this] { return m_now; };
    }

    //! 31 breaks in 20 minutes are 31 times half a second. Where only a minute of connection was
    //! forgiven, the pauses added up to more than 7 minutes.
    void singleBreaksAreNotPunished()
    {
        RetryPauses pauses({}, m_clock);
        ms deaf { 0 };
        for (int i = 0; i < 31; ++i) {
            const ms up = ms(20min) / 31;
            pass(up);
            pauses.connectionEnded(up);
            const ms pause = pauses.afterBreak();
            deaf += pause;
            pass(pause);
        }
        QVERIFY2(deaf <= 31 * 600ms, qPrintable(QString::number(deaf.count())));
    }

    //! One that connects and breaks without end backs off to the longest pause.
    void rapidBreaksBackOff_data()
    {
        QTest::addColumn<int>("up");
        QTest::newRow("at once") << 100;
        QTest::newRow("after some seconds") << 5'500;
    }

    void rapidBreaksBackOff()
    {
        QFETCH(int, up);
        RetryPauses pauses({}, m_clock);
        int logins = 0;
        for (const qint64 end = m_now + 3'600'000; m_now < end; ++logins) {
            pass(ms(up));
            pauses.connectionEnded(ms(up));
            pass(pauses.afterBreak());
        }
        // Without the limit it would be an hour of logins, one every second or every six seconds.
        QVERIFY2(logins < 330, qPrintable(QString::number(logins)));
    }

    void whatNeverConnectedProvesNothing()
    {
        RetryPauses pauses({}, m_clock);
        for (int i = 0; i < 10; ++i) {
            pass(1min);
            pauses.connectionEnded(0ms);
            (void)pauses.afterBreak();
        }
        QCOMPARE(pauses.breaks(), 10);
        pauses.connectionEnded(Policy().provenAfter);
        QCOMPARE(pauses.breaks(), 0);
    }

    //! It was every 16 s, more than 5,000 times a day.
    void aRefusedLoginIsAskedAgainRarely_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("firstDay");
        QTest::newRow("not said why") << ErrorKind::LoginRefused << 18;
        QTest::newRow("500") << ErrorKind::ZaloRefused << 18;
        QTest::newRow("221") << ErrorKind::RateLimited << 14;
    }

    void aRefusedLoginIsAskedAgainRarely()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(int, firstDay);
        RetryPauses pauses({}, m_clock);
        QList<qint64> tries;
        while (m_now < 7 * 24 * 3'600'000LL) {
            tries << m_now;
            pauses.loginRefused(kind);
            const ms pause = pauses.afterRefusal();
            QCOMPARE(pauses.untilNextLogin(), pause);
            QVERIFY(kind != ErrorKind::RateLimited || pause >= Policy().coolDown);
            pass(pause);
        }
        const auto inFirstDay = std::count_if(tries.begin(), tries.end(),
                                              [](qint64 time) { return time < 24 * 3'600'000LL; });
        QVERIFY2(inFirstDay <= firstDay, qPrintable(QString::number(inFirstDay)));
        QVERIFY2(tries.size() - inFirstDay <= 6 * 8, qPrintable(QString::number(tries.size())));
        QCOMPARE(pauses.refusals(), int(tries.size()));
    }

    //! Only what does not say why may be a dead login, and only in a row. It is asked again.
    void aLoginThatIsRefusedVaguelyIsDoubtful()
    {
        RetryPauses pauses({}, m_clock);
        ms asked { 0 };
        for (int i = 1; i <= Policy().loginRefusals; ++i) {
            QVERIFY(!pauses.isLoginDoubtful());
            pauses.loginRefused(ErrorKind::LoginRefused);
            asked += pauses.afterRefusal();
        }
        QVERIFY(asked > 1h);
        QVERIFY(pauses.isLoginDoubtful());
        for (int i = 0; i < 50; ++i) {
            pauses.loginRefused(ErrorKind::ZaloRefused);
            QVERIFY(!pauses.isLoginDoubtful());
        }
        pauses.loginRefused(ErrorKind::LoginRefused);
        QVERIFY(!pauses.isLoginDoubtful());
    }

    //! What took the connection may be gone in a moment: it is asked for once more, a little later.
    void whatIsTakenIsAskedForOnceMore()
    {
        RetryPauses pauses({}, m_clock);
        QVERIFY(!pauses.connectionTaken(1h));
        QCOMPARE(pauses.afterBreak(), Policy().takenRetry);
        QVERIFY(pauses.afterBreak() < Policy().takenRetry); // a break that follows is one
        QVERIFY(pauses.connectionTaken(Policy().takenCounts - 1ms));
        QVERIFY(!pauses.connectionTaken(1ms)); // a person took it back meanwhile
        QVERIFY(!pauses.connectionTaken(Policy().takenCounts)); // that one was gone
        pauses.reset();
        QVERIFY(!pauses.connectionTaken(1ms));
        pauses.reset();
        QVERIFY(pauses.afterBreak() < Policy().takenRetry);
    }

    void theCountersAreApart()
    {
        RetryPauses pauses({}, m_clock);
        (void)pauses.afterBreak();
        (void)pauses.whileOffline();
        pauses.loginRefused(ErrorKind::RateLimited);
        (void)pauses.afterRefusal();
        QCOMPARE(pauses.failures(), 2);
        QCOMPARE(pauses.refusals(), 1);
        pauses.connectionEnded(1h);
        QCOMPARE(pauses.failures(), 0);
        QCOMPARE(pauses.refusals(), 1);
        pauses.loginAccepted();
        QCOMPARE(pauses.refusals(), 0);
        pauses.loginRefused(ErrorKind::LoginRefused);
        (void)pauses.afterBreak();
        pauses.reset();
        QCOMPARE(pauses.failures(), 0);
        QCOMPARE(pauses.refusals(), 0);
    }
};

Q_DECLARE_METATYPE(zalo::ErrorKind)

QTEST_APPLESS_MAIN(TestRetryPauses)
#include "tst_retrypauses.moc"
