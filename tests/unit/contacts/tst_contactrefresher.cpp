// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "contacts/contactrefresher.h"
#include "contacts/contactstore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace zalo;

namespace {

const QString home = u"default"_s;

class FakeSource : public ContactSource
{
public:
    void fetchFriends(const QString&, QObject* context, Callback<QList<Friend>> done) override
    {
        friends.append(boundTo<QList<Friend>>(context, std::move(done)));
    }
    void fetchGroups(const QString&, QObject* context, Callback<QList<Group>> done) override
    {
        groups.append(boundTo<QList<Group>>(context, std::move(done)));
    }
    void fetchMembers(const QString&, const QString&, QObject* context,
                      Callback<QList<GroupMember>> done) override
    {
        members.append(boundTo<QList<GroupMember>>(context, std::move(done)));
    }

    QList<Callback<QList<Friend>>> friends;
    QList<Callback<QList<Group>>> groups;
    QList<Callback<QList<GroupMember>>> members;
};

QList<Friend> twoFriends()
{
    Friend first;
    first.userId = u"1"_s;
    Friend second;
    second.userId = u"2"_s;
    return { first, second };
}

QList<Group> oneGroup()
{
    Group group;
    group.groupId = u"77"_s;
    return { group };
}

} // namespace

class TestContactRefresher : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Worker> m_worker;
    std::unique_ptr<ContactStore> m_store;
    std::unique_ptr<FakeSource> m_source;
    std::unique_ptr<ContactRefresher> m_refresher;

    ContactCounts counts()
    {
        return *awaited<ContactCounts>(
            [&](QObject* context, auto done) { m_store->counts(home, context, done); });
    }

private slots:
    void init()
    {
        static int number = 0;
        m_worker = std::make_unique<Worker>(u"sqlite"_s);
        m_store = std::make_unique<ContactStore>(
            m_worker.get(),
            ContactStoreOptions { m_folder.filePath(u"c%1.sqlite"_s.arg(++number)) });
        QVERIFY(awaited<void>([&](QObject* context, auto done) { m_store->open(context, done); }));
        m_source = std::make_unique<FakeSource>();
        m_refresher = std::make_unique<ContactRefresher>(m_source.get(), m_store.get());
    }

    void cleanup()
    {
        m_refresher.reset();
        m_store.reset();
        m_worker.reset();
    }

    void writesFriendsAndGroups()
    {
        QSignalSpy refreshed(m_refresher.get(), &ContactRefresher::refreshed);
        Result<ContactCounts> result = failure(ErrorKind::Internal);
        m_refresher->refresh(home, this, [&](const Result<ContactCounts>& got) { result = got; });
        m_source->friends.at(0)(twoFriends());
        QTRY_COMPARE(m_source->groups.size(), 1);
        m_source->groups.at(0)(oneGroup());
        QTRY_VERIFY(result);
        QCOMPARE(*result, (ContactCounts { 2, 1 }));
        QCOMPARE(counts(), (ContactCounts { 2, 1 }));
        QCOMPARE(refreshed.size(), 1);
    }

    //! Another person logs in while the first one's friends are on their way: they are not stored.
    void startsOverForAnotherAccount()
    {
        Result<ContactCounts> result = failure(ErrorKind::Internal);
        m_refresher->refresh(home, this, [&](const Result<ContactCounts>& got) { result = got; });
        m_refresher->startOver(home);
        QCOMPARE(m_source->friends.size(), 2);
        m_source->friends.at(0)(twoFriends());
        m_source->friends.at(1)(QList<Friend>());
        QTRY_COMPARE(m_source->groups.size(), 1);
        m_source->groups.at(0)(oneGroup());
        QTRY_VERIFY(result);
        QCOMPARE(*result, (ContactCounts { 0, 1 }));
        QCOMPARE(counts(), (ContactCounts { 0, 1 }));
    }

    void letsASecondRequestJoinTheFirst()
    {
        int answers = 0;
        const auto count = [&](const Result<ContactCounts>& got) { answers += got ? 1 : 0; };
        m_refresher->refresh(home, this, count);
        m_refresher->refresh(home, this, count);
        m_refresher->refresh(u"work"_s, this, {});
        QCOMPARE(m_source->friends.size(), 2);
        m_source->friends.at(0)(twoFriends());
        QTRY_COMPARE(m_source->groups.size(), 1);
        m_refresher->refresh(home, this, count);
        m_source->groups.at(0)(oneGroup());
        QTRY_COMPARE(answers, 3);
        m_refresher->refresh(home, this, count);
        QCOMPARE(m_source->friends.size(), 3); // a new one now
    }

    void keepsTheOldListsOnAnError()
    {
        m_refresher->refresh(home, this, {});
        m_source->friends.at(0)(twoFriends());
        QTRY_COMPARE(m_source->groups.size(), 1);
        m_source->groups.at(0)(oneGroup());
        QTRY_COMPARE(counts(), (ContactCounts { 2, 1 }));

        QSignalSpy failed(m_refresher.get(), &ContactRefresher::failed);
        Result<ContactCounts> result;
        m_refresher->refresh(home, this, [&](const Result<ContactCounts>& got) { result = got; });
        m_source->friends.at(1)(failure(ErrorKind::Offline));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Offline);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(counts(), (ContactCounts { 2, 1 }));
        m_refresher->refresh(home, this, [&](const Result<ContactCounts>& got) { result = got; });
        m_source->friends.at(2)(twoFriends());
        QTRY_COMPARE(m_source->groups.size(), 2);
        m_source->groups.at(1)(failure(ErrorKind::Expired));
        QCOMPARE(result.error().kind, ErrorKind::Expired);
        QCOMPARE(counts(), (ContactCounts { 2, 1 }));
    }

    void refreshesMembersOfOneGroup()
    {
        m_refresher->refresh(home, this, {});
        m_source->friends.at(0)(twoFriends());
        QTRY_COMPARE(m_source->groups.size(), 1);
        m_source->groups.at(0)(oneGroup());
        QTRY_COMPARE(counts().groups, 1);
        QList<int> answers;
        const auto note = [&](const Result<int>& got) { answers << got.value_or(-1); };
        const QString group = u"77"_s;
        m_refresher->refreshMembers(home, group, this, note);
        m_refresher->refreshMembers(home, group, this, note);
        QCOMPARE(m_source->members.size(), 1);
        m_source->members.at(0)(QList<GroupMember> { { u"1"_s, {}, {}, {} } });
        QTRY_COMPARE(answers, (QList<int> { 1, 1 }));
        const auto page = awaited<ContactPage<MemberWithRole>>(
            [&](QObject* context, auto done) { m_store->members(home, group, {}, context, done); });
        QCOMPARE(page->total, 1);
        m_refresher->refreshMembers(home, group, this, note);
        m_source->members.at(1)(failure(ErrorKind::ThreadUnknown));
        QCOMPARE(answers.last(), -1);
    }
};

QTEST_GUILESS_MAIN(TestContactRefresher)
#include "tst_contactrefresher.moc"
