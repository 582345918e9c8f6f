// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/sendpacer.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace zalo;
using namespace std::chrono_literals;

class TestSendPacer : public QObject
{
    Q_OBJECT

    //! When `count` messages go that all wait from `now` on.
    static QList<qint64> times(SendPacer& pacer, int count, qint64 now = 0)
    {
        QList<qint64> times;
        for (int i = 0; i < count; ++i) {
            now = std::max(now, pacer.nextAt());
            pacer.take(now);
            times << now;
        }
        return times;
    }

private slots:
    void letsAFewGoAtOnceAndThenOneAnInterval()
    {
        SendPacer pacer({ 3s, 3, 0.0 });
        QCOMPARE(times(pacer, 6, 1'000),
                 (QList<qint64> { 1'000, 1'000, 1'000, 4'000, 7'000, 10'000 }));
        // After a quiet time it starts over.
        QCOMPARE(times(pacer, 4, 100'000), (QList<qint64> { 100'000, 100'000, 100'000, 103'000 }));
    }

    void theFirstAfterAPauseIsNotKeptWaiting()
    {
        SendPacer pacer({ 3s, 1, 0.5 });
        pacer.take(1'000);
        QVERIFY(pacer.nextAt() > 1'000);
        QVERIFY(pacer.nextAt() <= 1'000 + 4'500);
    }

    void hasNoBeatAndKeepsItsRate()
    {
        QRandomGenerator seeded(7);
        SendPacer pacer({ 3s, 5, 0.5 }, [&seeded] { return seeded.generateDouble(); });
        const QList<qint64> all = times(pacer, 1'000);
        QSet<qint64> gaps;
        for (int i = 6; i < all.size(); ++i) {
            const qint64 gap = all.at(i) - all.at(i - 1);
            QVERIFY2(gap >= 1'500 && gap <= 4'500, qPrintable(QString::number(gap)));
            gaps << gap;
        }
        QVERIFY2(gaps.size() > 500, qPrintable(QString::number(gaps.size())));
        // 20 a minute: 1,000 take 50 minutes, give or take the luck of the draw.
        const double minutes = double(all.last()) / 60'000;
        QVERIFY2(minutes > 48 && minutes < 52, qPrintable(QString::number(minutes)));
        // Never more in a minute than the burst and the shortest intervals allow.
        for (int i = 0; i < all.size(); ++i) {
            const auto end = std::lower_bound(all.begin(), all.end(), all.at(i) + 60'000);
            QVERIFY(end - (all.begin() + i) <= 5 + 40);
        }
    }

    void anotherPaceCountsAtOnce()
    {
        SendPacer pacer({ 3s, 1, 0.0 });
        pacer.take(0);
        QCOMPARE(pacer.nextAt(), 3'000);
        pacer.setInterval(1s, 0);
        QCOMPARE(pacer.nextAt(), 1'000);
        pacer.setInterval(2s, 500);
        QCOMPARE(pacer.nextAt(), 1'500);
        pacer.take(1'500);
        QCOMPARE(pacer.nextAt(), 3'500);
        pacer.setInterval(4s, 9'000);
        QVERIFY(pacer.nextAt() <= 9'000);
    }
};

QTEST_APPLESS_MAIN(TestSendPacer)
#include "tst_sendpacer.moc"
