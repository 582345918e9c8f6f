// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/pace.h"

#include <QTest>

using namespace zalo;
using namespace std::chrono_literals;

class TestPace : public QObject
{
    Q_OBJECT

    const Pace::Clock::time_point m_start = Pace::Clock::now();

    static int takeAll(Pace& pace, Pace::Clock::time_point at)
    {
        int taken = 0;
        while (pace.take(at)) {
            ++taken;
        }
        return taken;
    }

private slots:
    void aBurstAndThenSoManyASecond()
    {
        Pace pace(5, 2);
        QCOMPARE(takeAll(pace, m_start), 5);
        QCOMPARE(pace.wait(m_start), 500ms);
        QCOMPARE(takeAll(pace, m_start + 499ms), 0);
        QCOMPARE(pace.wait(m_start + 499ms), 1ms);
        QCOMPARE(takeAll(pace, m_start + 500ms), 1);
        QCOMPARE(takeAll(pace, m_start + 2'000ms), 3);
    }

    void aQuietTimeGivesNoMoreThanTheBurst()
    {
        Pace pace(5, 2);
        QCOMPARE(pace.wait(m_start + 24h), 0ms);
        QCOMPARE(takeAll(pace, m_start + 24h), 5);
    }
};

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"
