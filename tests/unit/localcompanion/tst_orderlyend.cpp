// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/orderlyend.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>

using namespace zalo;
using namespace std::chrono_literals;

class TestOrderlyEnd : public QObject
{
    Q_OBJECT

private slots:
    void endsWithTheLastStep()
    {
        OrderlyEnd end;
        int ended = 0;
        QVERIFY(!end.isUnderWay());
        end.start(2, 60s, this, [&ended] { ++ended; });
        QVERIFY(end.isUnderWay());
        end.stepDone();
        QCOMPARE(ended, 0);
        end.stepDone();
        QCOMPARE(ended, 1);
        end.stepDone(); // more than was waited for
        QCOMPARE(ended, 1);
        QVERIFY(end.isUnderWay());
    }

    void endsAfterTheGrace()
    {
        OrderlyEnd end;
        int ended = 0;
        end.start(1, 20ms, this, [&ended] { ++ended; });
        QTRY_COMPARE(ended, 1);
        end.stepDone();
        QCOMPARE(ended, 1);
    }

    void isOnlyShortened()
    {
        OrderlyEnd end;
        int ended = 0;
        end.start(1, 60s, this, [&ended] { ++ended; });
        end.shorten(20ms);
        end.shorten(60s);
        QTRY_COMPARE_WITH_TIMEOUT(ended, 1, 5'000);
    }

    void isSilentWhereNobodyWaitsAnyMore()
    {
        OrderlyEnd end;
        int ended = 0;
        auto context = std::make_unique<QObject>();
        end.start(1, 60s, context.get(), [&ended] { ++ended; });
        context.reset();
        end.stepDone();
        QCOMPARE(ended, 0);
    }
};

QTEST_GUILESS_MAIN(TestOrderlyEnd)
#include "tst_orderlyend.moc"
