// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/worker.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestWorker : public QObject
{
    Q_OBJECT

private slots:
    void jobRunsElsewhereAndItsAnswerComesHome()
    {
        Worker worker(u"test"_s);
        QThread* jobThread = nullptr;
        QThread* doneThread = nullptr;
        int answer = 0;
        worker.run(
            this,
            [&] {
                jobThread = QThread::currentThread();
                return 42;
            },
            [&](int value) {
                doneThread = QThread::currentThread();
                answer = value;
            });
        QTRY_COMPARE(answer, 42);
        QVERIFY(jobThread != thread());
        QCOMPARE(doneThread, thread());
    }

    void jobsKeepTheirOrder()
    {
        Worker worker(u"test"_s);
        QList<int> order;
        for (int i = 0; i < 50; ++i) {
            worker.run(
                this, [i] { return i; }, [&](int value) { order << value; });
        }
        QTRY_COMPARE(order.size(), 50);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    void answerIsDroppedWithItsContext()
    {
        Worker worker(u"test"_s);
        bool answered = false;
        bool last = false;
        auto context = std::make_unique<QObject>();
        worker.run(
            context.get(), [] { return 1; }, [&](int) { answered = true; });
        context.reset();
        worker.run(
            this, [] { return 1; }, [&](int) { last = true; });
        QTRY_VERIFY(last);
        QVERIFY(!answered);
    }

    void whatWasHandedOverIsDoneBeforeTheEnd()
    {
        std::atomic_int done = 0;
        {
            Worker worker(u"test"_s);
            for (int i = 0; i < 100; ++i) {
                worker.post([&] { ++done; });
            }
        }
        QCOMPARE(done.load(), 100);
    }
};

QTEST_GUILESS_MAIN(TestWorker)
#include "tst_worker.moc"
