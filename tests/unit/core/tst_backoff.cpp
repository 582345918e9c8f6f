// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/backoff.h"

#include <QTest>

using namespace zalo;
using namespace std::chrono_literals;

class TestBackoff : public QObject
{
    Q_OBJECT

private slots:
    void doublesUpToTheLongest()
    {
        Backoff backoff({ 500ms, 16'000ms, 0 });
        QList<qint64> pauses;
        for (int i = 0; i < 8; ++i) {
            pauses << backoff.next().count();
        }
        QCOMPARE(pauses, (QList<qint64> { 500, 1000, 2000, 4000, 8000, 16000, 16000, 16000 }));
        QCOMPARE(backoff.failures(), 8);
    }

    void resetStartsOver()
    {
        Backoff backoff({ 500ms, 16'000ms, 0 });
        (void)backoff.next();
        (void)backoff.next();
        backoff.reset();
        QCOMPARE(backoff.failures(), 0);
        QCOMPARE(backoff.next(), 500ms);
    }

    void jitterStaysInItsShareAndSpreads()
    {
        qint64 least = 1000;
        qint64 most = 1000;
        for (int i = 0; i < 200; ++i) {
            Backoff backoff({ 1000ms, 16'000ms, 0.2 });
            const qint64 pause = backoff.next().count();
            least = std::min(least, pause);
            most = std::max(most, pause);
        }
        QVERIFY2(least >= 800 && least < 950, qPrintable(QString::number(least)));
        QVERIFY2(most <= 1200 && most > 1050, qPrintable(QString::number(most)));
    }
};

QTEST_APPLESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
