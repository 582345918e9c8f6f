// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "examplerows.h"
#include "falseclock.h"
#include "localcompanion/missedtime.h"
#include "temporarystore.h"

#include <QSignalSpy>
#include <QTest>

using namespace zalo;
using namespace zalo::test;

namespace {

constexpr qint64 Now = 1'700'000'000'000;

} // namespace

//! What came of missed time is told once it is certain.
class TestMissedTime : public QObject
{
    Q_OBJECT

    TemporaryStore m_store;
    FalseClock m_clock { Now };
    std::unique_ptr<MissedTime> m_missed;

    ConnectionGap gap()
    {
        const auto gaps = *awaited<QList<ConnectionGap>>([&](QObject* context, auto done) {
            m_store->sessions().gaps(home, owner, 1, context, done);
        });
        return gaps.value(0);
    }

private slots:
    void init()
    {
        m_store.reset();
        QVERIFY(m_store.open(m_clock.clock()));
        m_missed = std::make_unique<MissedTime>(home, *m_store.get(), Policy(), m_clock.clock());
        m_store->sessions().openGap(home, owner, Now - 9'000, GapCause::Offline, this, {});
        m_store->sessions().closeGap(home, owner, Now - 1'000, this, {});
    }

    void cleanup()
    {
        m_missed.reset();
        m_store.close();
    }

    void itIsToldOnceAllIsStored()
    {
        QSignalSpy settled(m_missed.get(), &MissedTime::settled);
        m_missed->setAccount(owner);
        for (int i = 0; i < 3; ++i) {
            m_missed->expect();
        }
        m_missed->asked(Now - 10'000, true);
        m_missed->stored(true, Now - 8'000);
        m_missed->stored(false, Now - 7'000); // was known
        m_store.settle();
        QVERIFY(settled.isEmpty());
        m_missed->stored(true, Now - 6'000);
        QTRY_COMPARE(settled.size(), 1);
        QCOMPARE(gap().recovery, GapRecovery::Asked);
        QCOMPARE(gap().recovered, 2);
    }

    //! It is asked for again.
    void whatCouldNotBeStored()
    {
        QSignalSpy lost(m_missed.get(), &MissedTime::lost);
        QSignalSpy settled(m_missed.get(), &MissedTime::settled);
        m_missed->setAccount(owner);
        m_missed->expect();
        m_missed->asked(Now - 10'000, true);
        m_missed->stored(failure(ErrorKind::StorageFailed, {}), Now - 8'000);
        QCOMPARE(lost.size(), 1);
        QCOMPARE(lost.first().first().toLongLong(), Now - 8'000);
        QTRY_COMPARE(settled.size(), 1);
        QCOMPARE(gap().recovery, GapRecovery::Failed);
        const auto first = awaited<qint64>(
            [&](QObject* context, auto done) { m_missed->findUnasked(owner, context, done); });
        QCOMPARE(*first, Now - 9'000);
        m_missed->asked(Now - 10'000, true);
        QTRY_COMPARE(settled.size(), 2);
        QCOMPARE(gap().recovery, GapRecovery::Asked);
    }

    //! A run that asked to the end may have ended before the second question.
    void whatAnEarlierRunDidNotAskFor()
    {
        const auto first = [this] {
            return *awaited<qint64>([this](QObject* context, auto done) {
                m_missed->findUnasked(owner, context, done);
            });
        };
        QCOMPARE(first(), Now - 9'000); // nobody asked
        m_missed->setAccount(owner);
        m_missed->asked(Now - 10'000, true);
        QTRY_COMPARE(gap().recovery, GapRecovery::Asked);
        m_store->sessions().openGap(home, owner, Now - 500, GapCause::NotRunning, this, {});
        QCOMPARE(first(), Now - 9'000);
        m_missed->asked(Now - 600, true);
        m_clock.pass((Policy().historyRetry.longest + std::chrono::hours(1)).count());
        QCOMPARE(first(), 0);
    }

    void notBeforeItIsCertainWhoseItIs()
    {
        QSignalSpy settled(m_missed.get(), &MissedTime::settled);
        m_missed->asked(Now - 10'000, true);
        m_store.settle();
        QVERIFY(settled.isEmpty());
        m_missed->setAccount(owner);
        QTRY_COMPARE(settled.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestMissedTime)
#include "tst_missedtime.moc"
