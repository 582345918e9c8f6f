// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "falseclock.h"
#include "session/historyrecheck.h"

#include <QSignalSpy>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 Now = 1'700'000'000'000;

} // namespace

//! When a connection is given up for a question to the history.
class TestHistoryRecheck : public QObject
{
    Q_OBJECT

    Policy m_policy;
    FalseClock m_clock { Now };
    bool m_isQuiet = true;
    int m_looks = 0; //!< at whether it is quiet
    std::unique_ptr<HistoryRecheck> m_recheck;
    std::unique_ptr<QSignalSpy> m_due;

    void build()
    {
        m_recheck = std::make_unique<HistoryRecheck>(m_policy, m_clock.clock(), [this] {
            ++m_looks;
            return m_isQuiet;
        });
        m_due = std::make_unique<QSignalSpy>(m_recheck.get(), &HistoryRecheck::due);
    }

private slots:
    void init()
    {
        m_policy = {};
        m_policy.quietMoment = 1ms;
        m_policy.historyRetry = { 1ms, 1ms };
        m_isQuiet = true;
        m_looks = 0;
        m_clock = FalseClock(Now);
        build();
    }

    void somebodyWroteAtAboutThatTime_data()
    {
        QTest::addColumn<qint64>("before");
        QTest::addColumn<qint64>("after");
        QTest::newRow("before") << Now - 30'000 << qint64(0);
        QTest::newRow("after") << qint64(0) << Now + 20'000;
    }

    //! A quiet moment is waited for.
    void somebodyWroteAtAboutThatTime()
    {
        QFETCH(qint64, before);
        QFETCH(qint64, after);
        m_isQuiet = false;
        m_recheck->onWritten(before);
        m_recheck->onConnected(Now - 2'000);
        m_recheck->onWritten(after);
        QTRY_VERIFY(m_looks > 1);
        QVERIFY(m_due->isEmpty());
        m_isQuiet = true;
        QTRY_COMPARE(m_due->size(), 1);
        QCOMPARE(m_due->first().first().toLongLong(), Now - 2'000);
    }

    void nobodyWroteAtAboutThatTime()
    {
        HistoryRecheck other(m_policy, m_clock.clock(), [] { return true; }); // its timer is later
        QSignalSpy due(&other, &HistoryRecheck::due);
        m_recheck->onWritten(Now - 90'000);
        m_recheck->onConnected(Now - 2'000);
        m_recheck->onWritten(Now + 90'000);
        other.onWritten(Now);
        other.onConnected(Now - 2'000);
        QTRY_COMPARE(due.size(), 1);
        QCOMPARE(m_looks, 0);
        QVERIFY(m_due->isEmpty());
    }

    //! Between it and the connection people can have written as well.
    void afterASecondQuestion()
    {
        m_policy.historyRetry = { 300ms, 300ms };
        build();
        m_recheck->onWritten(Now);
        m_recheck->onConnected(Now - 2'000);
        QTRY_COMPARE(m_due->size(), 1);
        m_recheck->stop();
        QElapsedTimer since;
        since.start();
        m_recheck->onConnected(Now - 1'000);
        QTRY_COMPARE(m_due->size(), 2);
        QVERIFY(since.elapsed() >= 200); // not at the next quiet moment
        QCOMPARE(m_due->last().first().toLongLong(), Now - 1'000);
    }

    void notWhereTheHistoryWasNotAsked()
    {
        m_recheck->onWritten(Now);
        m_recheck->onConnected(0);
        m_recheck->retryLater();
        QTRY_COMPARE(m_due->size(), 1);
        QCOMPARE(m_looks, 1);
    }

    //! Once at a time, and no more when the listener has ended.
    void whatIsStillToBeAsked()
    {
        m_recheck->retryLater();
        m_recheck->retryLater();
        QTRY_COMPARE(m_due->size(), 1);
        m_recheck->retryLater();
        m_recheck->stop();
        m_recheck->onConnected(0);
        m_recheck->retryLater();
        QTRY_COMPARE(m_due->size(), 2);
        QCOMPARE(m_looks, 2);
    }
};

QTEST_GUILESS_MAIN(TestHistoryRecheck)
#include "tst_historyrecheck.moc"
