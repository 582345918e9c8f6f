// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/sleepwatch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace zalo;
using namespace Qt::StringLiterals;

class TestSleepWatch : public QObject
{
    Q_OBJECT

    struct Times
    {
        qint64 now = 1'700'000'000'000;
        qint64 steady = 5'000;
        qint64 boot = 9'000; // it slept before, too
    };
    Times m_times;
    QProcess m_bus;
    QString m_address;

    Clock clock()
    {
        Clock clock;
        clock.nowMs = [this] { return m_times.now; };
        clock.steadyMs = [this] { return m_times.steady; };
        clock.bootMs = [this] { return m_times.boot; };
        return clock;
    }
    void pass(qint64 awake, qint64 asleep)
    {
        m_times.now += awake + asleep;
        m_times.steady += awake;
        m_times.boot += awake + asleep;
    }

private slots:
    void initTestCase()
    {
        // A system bus of our own; the first look at it decides.
        m_bus.start(u"dbus-daemon"_s, { u"--session"_s, u"--nofork"_s, u"--print-address"_s });
        QVERIFY(m_bus.waitForReadyRead());
        m_address = QString::fromUtf8(m_bus.readLine()).trimmed();
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_address.toUtf8());
    }

    void cleanupTestCase()
    {
        m_bus.kill();
        m_bus.waitForFinished();
    }

    void init() { m_times = Times(); }

    void tellsOfEachSleepOnce()
    {
        SleepWatch watch(Timing(), clock());
        QSignalSpy woke(&watch, &SleepWatch::woke);
        watch.check(); // what was before the start is past
        pass(60'000, 0);
        watch.check();
        QCOMPARE(woke.size(), 0);
        pass(10'000, 3'600'000);
        watch.check();
        watch.check();
        QCOMPARE(woke.size(), 1);
        QCOMPARE(woke.first().first().toLongLong(), 3'600'000);
        pass(10'000, 7'000);
        watch.check();
        QCOMPARE(woke.size(), 2);
    }

    void shortSleepsDoNotCount()
    {
        SleepWatch watch(Timing(), clock());
        QSignalSpy woke(&watch, &SleepWatch::woke);
        for (int i = 0; i < 10; ++i) {
            pass(10'000, Timing().sleepCounts.count() - 1);
            watch.check();
        }
        QCOMPARE(woke.size(), 0);
    }

    //! A time server or a person sets the wall clock: nothing slept.
    void wallClockThatJumps()
    {
        SleepWatch watch(Timing(), clock());
        QSignalSpy woke(&watch, &SleepWatch::woke);
        m_times.now += 7'200'000;
        watch.check();
        m_times.now -= 86'400'000;
        watch.check();
        QCOMPARE(woke.size(), 0);
    }

    //! logind's word comes long before the next look.
    void logindTellsOfTheWaking()
    {
        Timing timing;
        timing.sleepCheck = std::chrono::hours(1);
        SleepWatch watch(timing, clock());
        QSignalSpy woke(&watch, &SleepWatch::woke);
        watch.start();
        QDBusConnection logind = QDBusConnection::connectToBus(m_address, u"logind"_s);
        QVERIFY(logind.registerService(u"org.freedesktop.login1"_s));
        const auto tell = [&logind](bool begins) {
            QDBusMessage signal = QDBusMessage::createSignal(u"/org/freedesktop/login1"_s,
                                                             u"org.freedesktop.login1.Manager"_s,
                                                             u"PrepareForSleep"_s);
            signal << begins;
            QVERIFY(logind.send(signal));
        };
        pass(1'000, 6'000);
        tell(true);
        pass(0, 60'000);
        // Said again until it is heard: the bus may take the signal before the wish to hear it.
        QTRY_VERIFY((tell(false), !woke.isEmpty()));
        QCOMPARE(woke.size(), 1);
        QCOMPARE(woke.first().first().toLongLong(), 66'000);
    }

    //! On a machine without a system bus, too.
    void looksByItself()
    {
        SleepWatch watch(Timing().scaled(0.001), clock());
        QSignalSpy woke(&watch, &SleepWatch::woke);
        watch.start();
        pass(0, 60'000);
        QVERIFY(woke.size() == 1 || woke.wait());
    }

    //! A timer of whole seconds would run without any pause here.
    void keepsItsPauses()
    {
        const Timing timing = Timing().scaled(0.01);
        int looks = 0;
        Clock counting = clock();
        counting.bootMs = [this, &looks] {
            ++looks;
            return m_times.boot;
        };
        SleepWatch watch(timing, counting);
        QElapsedTimer elapsed;
        elapsed.start();
        looks = 0;
        watch.start();
        QTRY_VERIFY(looks >= 3);
        QVERIFY(elapsed.elapsed() > 2 * timing.sleepCheck.count());
    }

    void realClocksAgree()
    {
        const Clock real;
        const qint64 slept = real.bootMs() - real.steadyMs();
        QVERIFY(slept >= 0);
        QVERIFY(std::abs(real.bootMs() - real.steadyMs() - slept) < 1'000);
    }
};

QTEST_GUILESS_MAIN(TestSleepWatch)
#include "tst_sleepwatch.moc"
