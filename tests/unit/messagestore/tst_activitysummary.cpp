// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "examplerows.h"
#include "temporarystore.h"

#include <QTest>

using namespace zalo;
using namespace zalo::test;

//! What came of the messages of a stretch of time. That no count reads a whole history is in
//! tst_relayhistory.
class TestActivitySummary : public QObject
{
    Q_OBJECT

    TemporaryStore m_store;

    ActivitySummary summary(qint64 fromMs, qint64 toMs, const QString& profile = home)
    {
        return *awaited<ActivitySummary>([&](QObject* context, auto done) {
            m_store->activity().summary({ profile, fromMs, toMs }, context, done);
        });
    }

    //! A message that the Gateway took, and what it made of it.
    void accepted(int number, InboundOutcome outcome, const OutcomeReason& reason = {})
    {
        const InboundRow row = inboundRow(number);
        QVERIFY(m_store.append(row));
        m_store->inbound().markAccepted(home, ++m_seq, this, {});
        if (outcome != InboundOutcome::None) {
            m_store->inbound().recordOutcome(home, row.msgId, row.thread.id, outcome, reason, this,
                                             [](const auto&) {});
        }
    }

    qint64 send(const QString& key, OutboundState end)
    {
        OutboundRow row = outboundRow(key);
        row.createdMs = 1'000'005;
        row.deadlineMs = 1'030'000;
        const qint64 id = awaited<EnqueuedOutbound>([&](QObject* context, auto done) {
                              m_store->outbound().enqueue(row, context, done);
                          })->row.id;
        m_store->outbound().markStarted(home, id, 0, this, {});
        m_store->outbound().finish(home, id, end, {}, this, {});
        return id;
    }

    int m_seq = 0;

private slots:
    void init()
    {
        m_store.reset();
        QVERIFY(m_store.open());
        m_seq = 0;
    }

    void cleanup() { m_store.close(); }

    //! Each message from others is one of four.
    void countsWhatCameOfThem()
    {
        accepted(1, InboundOutcome::Dispatched);
        accepted(2, InboundOutcome::Dispatched);
        accepted(3, InboundOutcome::None);
        accepted(4, InboundOutcome::Failed);
        accepted(5, InboundOutcome::Dropped, { OutcomeCode::NoTurn, {} });
        accepted(6, InboundOutcome::Dropped, { OutcomeCode::NoMention, {} });
        QVERIFY(m_store.append(inboundRow(7)));
        QVERIFY(m_store.append(inboundRow(8)));
        m_store->inbound().markDead(home, 8, 5, { ErrorKind::TimedOut, {} }, this, {});
        InboundRow own = inboundRow(9);
        own.state = InboundState::Own;
        QVERIFY(m_store.append(own));
        send(u"a"_s, OutboundState::Sent);
        send(u"b"_s, OutboundState::Failed);
        send(u"c"_s, OutboundState::Uncertain);
        m_store.settle();
        const ActivitySummary expected { .received = 8,
                                         .answered = 2,
                                         .open = 2,
                                         .failed = 3,
                                         .unanswered = 1,
                                         .unsent = 2,
                                         .missedMs = 0 };
        QCOMPARE(summary(1'000'000, 1'001'000), expected);
        QCOMPARE(summary(1'000'000, 1'001'000, u"work"_s), ActivitySummary());
    }

    void countsOnlyThatTime()
    {
        for (int i = 1; i <= 5; ++i) {
            InboundRow row = inboundRow(i);
            row.receivedMs = 1'000'000 + i;
            QVERIFY(m_store.append(row));
        }
        QCOMPARE(summary(1'000'002, 1'000'005).received, 3);
    }

    //! Of each gap what lies within.
    void addsUpTheMissedTime()
    {
        const auto gap = [this](qint64 from, qint64 to) {
            m_store->sessions().openGap(home, owner, from, GapCause::Offline, this, {});
            if (to > 0) {
                m_store->sessions().closeGap(home, owner, to, this, {});
            }
        };
        gap(100, 200);
        gap(900, 1'100); // 100 of it
        gap(1'500, 1'600);
        gap(1'900, 0); // it lasts
        m_store.settle();
        QCOMPARE(summary(1'000, 2'000).missedMs, 300);
        QCOMPARE(summary(300, 400).missedMs, 0);
        QCOMPARE(summary(1'000, 1'550).missedMs, 150);
    }
};

QTEST_GUILESS_MAIN(TestActivitySummary)
#include "tst_activitysummary.moc"
