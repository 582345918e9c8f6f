// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "examplerows.h"
#include "temporarystore.h"

#include <QTest>

using namespace zalo;
using namespace zalo::test;

namespace {

QStringList threads(const ConversationList& list)
{
    QStringList ids;
    for (const Conversation& conversation : list.items) {
        ids << conversation.lane.thread.id;
    }
    return ids;
}

} // namespace

//! The list of conversations, as the store gives it. That it agrees with the messages whatever
//! happens to them, and that no page reads a history, is in tst_relayhistory.
class TestConversations : public QObject
{
    Q_OBJECT

    TemporaryStore m_store;

    Result<ConversationList> page(const ConversationQuery& query)
    {
        return awaited<ConversationList>([&](QObject* context, auto done) {
            m_store->conversations().page(query, context, done);
        });
    }

    qint64 send(const QString& key, const ThreadRef& thread, qint64 createdMs)
    {
        OutboundRow row = outboundRow(key);
        row.thread = thread;
        row.createdMs = createdMs;
        row.deadlineMs = createdMs + 30'000;
        return awaited<EnqueuedOutbound>([&](QObject* context, auto done) {
                   m_store->outbound().enqueue(row, context, done);
               })
            ->row.id;
    }

private slots:
    void init()
    {
        m_store.reset();
        QVERIFY(m_store.open());
    }

    void cleanup() { m_store.close(); }

    //! Its last message is of whichever direction; its name is the other side's.
    void tellsWhatWasSaidLast()
    {
        InboundRow asked = inboundRow(1, u"an"_s);
        asked.payload.insert(u"senderName"_s, u"Chị An"_s);
        InboundRow group = inboundRow(2, u"shop"_s);
        group.thread.isGroup = true;
        group.payload.insert(u"senderName"_s, u"Bình"_s);
        group.payload.insert(u"threadName"_s, u"Hội bán hàng"_s);
        InboundRow own = inboundRow(3, u"shop"_s);
        own.thread.isGroup = true;
        own.state = InboundState::Own;
        own.payload.insert(u"senderName"_s, u"Chủ shop"_s);
        QVERIFY(m_store.append(asked) && m_store.append(group) && m_store.append(own));
        const qint64 sent = send(u"k"_s, { u"an"_s, false }, 1'000'500);

        const ConversationList list = *page({});
        QCOMPARE(threads(list), (QStringList { u"an"_s, u"shop"_s }));
        const Conversation& an = list.items.first();
        QCOMPARE(an.last->kind, ActivityItem::Kind::Outbound);
        QCOMPARE(an.last->id, sent);
        QCOMPARE(an.last->text->body, u"chào"_s);
        QCOMPARE(an.lastMs, 1'000'500);
        QCOMPARE(an.name, u"Chị An"_s);
        QCOMPARE(an.waiting, 2);
        QCOMPARE(an.open, 0);
        const Conversation& shop = list.items.last();
        QCOMPARE(shop.last->state, ActivityState::Own);
        QCOMPARE(shop.name, u"Hội bán hàng"_s);
        QCOMPARE(shop.waiting, 1);
        QVERIFY(list.nextCursor.isEmpty());
    }

    void countsWhatAPersonHasToDecide()
    {
        QVERIFY(m_store.append(inboundRow(1)));
        const qint64 id = send(u"k"_s, { u"t1"_s, false }, 1'000'100);
        m_store->inbound().markDead(home, 1, 5, { ErrorKind::TimedOut, {} }, this, {});
        m_store->outbound().markStarted(home, id, 0, this, {});
        m_store->outbound().finish(home, id, OutboundState::Uncertain, {}, this, {});
        m_store.settle();
        QCOMPARE(page({})->items.first().open, 2);
        QCOMPARE(page({})->items.first().waiting, 0);
        m_store->inbound().discard(home, 1, this, {});
        m_store.settle();
        QCOMPARE(page({})->items.first().open, 1);
    }

    //! Page by page each conversation comes once, of all profiles and of one.
    void pagesHaveEachOnce()
    {
        QStringList expected;
        for (int i = 0; i < 60; ++i) {
            InboundRow row = inboundRow(i, u"t%1"_s.arg(i, 2, 10, QLatin1Char('0')));
            row.profile = i % 3 == 0 ? u"work"_s : home;
            row.receivedMs = 1'000'000 + i / 4; // several of one instant
            m_store->inbound().append(row, this, {});
        }
        m_store.settle();
        for (const QString& profile : { QString(), home, u"work"_s }) {
            QStringList found;
            QList<Conversation> all;
            ConversationQuery query { .profile = profile, .limit = 7 };
            do {
                const ConversationList list = *page(query);
                QVERIFY(list.items.size() <= 7);
                found += threads(list);
                all += list.items;
                query.cursor = list.nextCursor;
            } while (!query.cursor.isEmpty());
            QCOMPARE(found.size(), profile.isEmpty() ? 60 : profile == home ? 40 : 20);
            QCOMPARE(QSet<QString>(found.cbegin(), found.cend()).size(), found.size());
            QVERIFY(std::is_sorted(all.cbegin(), all.cend(), &conversationBefore));
        }
        QCOMPARE(page({ .cursor = u"x"_s }).error().kind, ErrorKind::BadRequest);
    }

    //! Also those of which no message is kept any more: else nobody could resume them.
    void pausedOnesAreMarkedAndListed()
    {
        QVERIFY(m_store.append(inboundRow(1)) && m_store.append(inboundRow(2, u"t2"_s)));
        const LaneKey gone { home, owner, { u"t9"_s, true } };
        const LaneKey chat { home, owner, { u"t1"_s, false } };
        m_store->profiles().setThreadPaused(gone, true, this, {});
        m_store->profiles().pauseUntil({ chat, 5'000'000, PauseCause::Owner }, this, {});
        m_store.settle();
        const ConversationList paused = *page({ .onlyPaused = true });
        QCOMPARE(threads(paused), (QStringList { u"t1"_s, u"t9"_s }));
        QCOMPARE(paused.items.first().pause, (ThreadPause { chat, 5'000'000, PauseCause::Owner }));
        QVERIFY(paused.items.last().pause);
        QVERIFY(!paused.items.last().last);
        QVERIFY(page({ .profile = u"work"_s, .onlyPaused = true })->items.isEmpty());
        const ConversationList all = *page({});
        QCOMPARE(threads(all), (QStringList { u"t2"_s, u"t1"_s }));
        QVERIFY(!all.items.first().pause);
        QVERIFY(all.items.last().pause);
    }

    //! What is nobody's yet is of the account that is verified next.
    void followsItsAccount()
    {
        InboundRow row = inboundRow(1);
        row.account.clear();
        QVERIFY(m_store.append(row));
        QVERIFY(awaited<void>([&](QObject* context, auto done) {
            m_store->accounts().claim(home, owner, u"Tên"_s, context, done);
        }));
        const ConversationList list = *page({});
        QCOMPARE(list.items.size(), 1);
        QCOMPARE(list.items.first().lane.account, owner);
    }

    //! The oldest goes first; a conversation goes with its last message.
    void forgetsWhatIsDeleted()
    {
        for (int i = 1; i <= 4; ++i) {
            QVERIFY(m_store.append(inboundRow(i, i == 4 ? u"t2"_s : u"t1"_s)));
            m_store->inbound().markAccepted(home, i, this, {});
        }
        QVERIFY(m_store.append(inboundRow(0))); // waits, and is never deleted
        RetentionPolicy policy;
        policy.maxRows = 1;
        for (int i = 0; i < 4; ++i) {
            m_store->retention().prune(policy, this, {});
        }
        m_store.settle();
        const ConversationList list = *page({});
        QCOMPARE(threads(list), (QStringList { u"t2"_s, u"t1"_s }));
        QCOMPARE(list.items.last().last->state, ActivityState::Waiting);
        QCOMPARE(list.items.last().lastMs, 1'000'000);
    }
};

QTEST_GUILESS_MAIN(TestConversations)
#include "tst_conversations.moc"
