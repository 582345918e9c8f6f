// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "rpc/refusalpauses.h"

#include <QTest>

using namespace zalo;
using namespace std::chrono_literals;

class TestRefusalPauses : public QObject
{
    Q_OBJECT

private slots:
    void whoGuessesWaitsLongerAndLonger()
    {
        const auto now = RefusalPauses::Clock::now();
        RefusalPauses pauses(1s);
        QCOMPARE(pauses.next(7, now), 1s);
        QCOMPARE(pauses.next(7, now), 2s);
        QCOMPARE(pauses.next(7, now), 4s);
        QCOMPARE(pauses.next(7, now), 8s);
        QCOMPARE(pauses.next(7, now), 8s);
        QCOMPARE(pauses.next(8, now), 1s); // somebody else
        QCOMPARE(pauses.next(7, now + 61s), 1s); // a minute without a failure
    }
};

QTEST_GUILESS_MAIN(TestRefusalPauses)
#include "tst_refusalpauses.moc"
