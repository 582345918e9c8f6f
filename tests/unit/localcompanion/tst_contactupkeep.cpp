// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "contacts/contactrefresher.h"
#include "contacts/contactstore.h"
#include "localcompanion/contactupkeep.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace zalo;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString home = u"default"_s;
const QString An = u"1"_s; // a friend, and a member of the group
const QString Stranger = u"9"_s;
const ThreadRef group { u"77"_s, true };

//! Answers at once, and notes what was asked.
class QuietSource : public ContactSource
{
public:
    void fetchFriends(const QString&, QObject* context, Callback<QList<Friend>> done) override
    {
        asked << u"friends"_s;
        Friend one;
        one.userId = An;
        answer<QList<Friend>>(context, std::move(done), { one });
    }
    void fetchGroups(const QString&, QObject* context, Callback<QList<Group>> done) override
    {
        asked << u"groups"_s;
        Group one;
        one.groupId = group.id;
        answer<QList<Group>>(context, std::move(done), { one });
    }
    void fetchMembers(const QString&, const QString& groupId, QObject* context,
                      Callback<QList<GroupMember>> done) override
    {
        asked << u"members of "_s + groupId;
        GroupMember one;
        one.userId = An;
        answer<QList<GroupMember>>(context, std::move(done), { one });
    }

    QStringList asked;

private:
    template <typename T> static void answer(QObject* context, Callback<T> done, const T& value)
    {
        QMetaObject::invokeMethod(
            context, [done = std::move(done), value] { done(value); }, Qt::QueuedConnection);
    }
};

} // namespace

//! When contacts are asked for by themselves.
class TestContactUpkeep : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Worker> m_worker;
    std::unique_ptr<ContactStore> m_store;
    std::unique_ptr<QuietSource> m_source;
    std::unique_ptr<ContactRefresher> m_refresher;
    std::unique_ptr<ContactUpkeep> m_upkeep;
    Timing m_timing;

    //! The contacts are stored, as after an account's first refresh.
    void start()
    {
        m_upkeep = std::make_unique<ContactUpkeep>(*m_store, *m_refresher, m_timing, Clock());
        QVERIFY(awaited<ContactCounts>(
            [&](QObject* context, auto done) { m_refresher->refresh(home, context, done); }));
        m_source->asked.clear();
    }

    void fetchMembers()
    {
        QVERIFY(awaited<int>([&](QObject* context, auto done) {
            m_refresher->refreshMembers(home, group.id, context, done);
        }));
        m_source->asked.clear();
    }

    //! Every answer of the store has come, and a time in which a timer would have come round.
    void settle() const
    {
        (void)awaited<ContactCounts>(
            [&](QObject* context, auto done) { m_store->counts(home, context, done); });
        QElapsedTimer since;
        since.start();
        QTRY_VERIFY(since.elapsed() > 200);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_worker = std::make_unique<Worker>(u"sqlite"_s);
        m_store = std::make_unique<ContactStore>(
            m_worker.get(), ContactStoreOptions { m_folder->filePath(u"contacts.sqlite"_s) });
        QVERIFY(awaited<void>([&](QObject* context, auto done) { m_store->open(context, done); }));
        m_source = std::make_unique<QuietSource>();
        m_refresher = std::make_unique<ContactRefresher>(m_source.get(), m_store.get());
        m_timing = Timing();
        m_timing.contactRefresh = 1h;
        m_timing.contactPause = 20ms;
    }

    void cleanup()
    {
        m_upkeep.reset();
        m_refresher.reset();
        m_store.reset();
        m_worker.reset();
    }

    void whoIsKnownIsNoReasonToAsk()
    {
        start();
        fetchMembers();
        m_upkeep->setReady(home, true);
        m_upkeep->onMessage(home, { An, false }, An);
        m_upkeep->onMessage(home, group, An);
        settle();
        QCOMPARE(m_source->asked, QStringList());
    }

    //! A new friend, or somebody who stays a stranger: once.
    void anUnknownPersonIsAskedForOnce()
    {
        start();
        m_upkeep->setReady(home, true);
        for (int i = 0; i < 5; ++i) {
            m_upkeep->onMessage(home, { Stranger, false }, Stranger);
        }
        QTRY_COMPARE(m_source->asked, (QStringList { u"friends"_s, u"groups"_s }));
        m_upkeep->onMessage(home, { Stranger, false }, Stranger);
        settle();
        QCOMPARE(m_source->asked.size(), 2);
    }

    void anUnknownGroupIsAskedFor()
    {
        start();
        m_upkeep->setReady(home, true);
        m_upkeep->onMessage(home, { u"78"_s, true }, An);
        QTRY_COMPARE(m_source->asked, (QStringList { u"friends"_s, u"groups"_s }));
    }

    void anUnknownMemberIsAskedForWhereMembersAreStored()
    {
        start();
        m_upkeep->setReady(home, true);
        m_upkeep->onMessage(home, group, Stranger); // nobody has looked at the members yet
        settle();
        QCOMPARE(m_source->asked, QStringList());
        fetchMembers();
        m_upkeep->onMessage(home, group, Stranger);
        QTRY_COMPARE(m_source->asked, QStringList { u"members of 77"_s });
    }

    //! However many unknown ones write, there is a pause between two questions.
    void thePaceIsAPersons()
    {
        m_timing.contactPause = 10min;
        start();
        m_upkeep->setReady(home, true);
        m_upkeep->onMessage(home, { Stranger, false }, Stranger);
        settle();
        QCOMPARE(m_source->asked, QStringList()); // they were asked for just now, at the start
    }

    void anAnswerIsFollowedByAPause()
    {
        m_timing.contactPause = 400ms;
        start();
        fetchMembers();
        m_upkeep->setReady(home, true);
        m_upkeep->onMessage(home, { Stranger, false }, Stranger);
        QTRY_COMPARE(m_source->asked.size(), 2);
        QElapsedTimer since;
        since.start();
        m_upkeep->onMessage(home, group, Stranger);
        QTRY_COMPARE(m_source->asked.size(), 3);
        QVERIFY(since.elapsed() > 300);
    }

    void nobodyIsAskedWhileNotConnected()
    {
        start();
        m_upkeep->setReady(home, true);
        m_upkeep->setReady(home, false);
        m_upkeep->onMessage(home, { Stranger, false }, Stranger);
        settle();
        QCOMPARE(m_source->asked, QStringList());
        m_upkeep->setReady(home, true);
        QTRY_COMPARE(m_source->asked.size(), 2);
    }

    //! By itself, from time to time: the lists, then the members of groups in which somebody wrote.
    void everythingIsAskedForInRounds()
    {
        m_timing.contactRefresh = 400ms;
        start();
        fetchMembers();
        m_upkeep->setReady(home, true);
        m_upkeep->onMessage(home, group, An);
        QTRY_COMPARE(m_source->asked.mid(0, 3),
                     (QStringList { u"friends"_s, u"groups"_s, u"members of 77"_s }));
        QTRY_VERIFY(m_source->asked.size() >= 5); // and again
    }
};

QTEST_GUILESS_MAIN(TestContactUpkeep)
#include "tst_contactupkeep.moc"
