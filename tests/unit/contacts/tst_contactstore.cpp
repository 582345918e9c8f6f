// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "contacts/contactdirectory.h"
#include "contacts/contactschema.h"
#include "contacts/contactstore.h"
#include "falseclock.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace zalo::test;

namespace {

const QString home = u"default"_s;

Friend person(const QString& id, const QString& name, const QString& zaloName = {},
              const QString& phone = {})
{
    Friend person;
    person.userId = id;
    person.displayName = name;
    person.zaloName = zaloName;
    person.phoneNumber = phone;
    person.avatar = u"https://example.org/%1.jpg"_s.arg(id);
    return person;
}

QList<Friend> many(int count, const QString& prefix)
{
    QList<Friend> people;
    for (int i = 0; i < count; ++i) {
        people.append(person(QString::number(1'000'000 + i),
                             prefix + u" %1"_s.arg(i, 5, 10, QLatin1Char('0'))));
    }
    return people;
}

} // namespace

class TestContactStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Worker> m_worker;
    std::unique_ptr<ContactStore> m_store;
    static constexpr qint64 Start = 1'000'000;
    FalseClock m_clock { Start };

    Result<void> open()
    {
        m_store.reset();
        m_store = std::make_unique<ContactStore>(
            m_worker.get(), ContactStoreOptions { m_folder->filePath(u"contacts.sqlite"_s) },
            m_clock.clock());
        return awaited<void>([&](QObject* context, auto done) { m_store->open(context, done); });
    }

    Result<void> replace(const QList<Friend>& friends, const QString& profile = home)
    {
        return awaited<void>([&](QObject* context, auto done) {
            m_store->replaceFriends(profile, friends, context, done);
        });
    }

    Result<void> replace(const QList<Group>& groups)
    {
        return awaited<void>([&](QObject* context, auto done) {
            m_store->replaceGroups(home, groups, context, done);
        });
    }

    Result<ContactPage<Friend>> friends(const ContactQuery& query, const QString& profile = home)
    {
        return awaited<ContactPage<Friend>>(
            [&](QObject* context, auto done) { m_store->friends(profile, query, context, done); });
    }

    QStringList ids(const QString& query, int limit = 500)
    {
        QStringList ids;
        const auto page = friends({ query, limit, {} });
        for (const Friend& found : page.value_or(ContactPage<Friend>()).items) {
            ids << found.userId;
        }
        return ids;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_worker = std::make_unique<Worker>(u"sqlite"_s);
        m_clock = FalseClock(Start);
        QVERIFY(open());
    }

    void cleanup()
    {
        m_store.reset();
        m_worker.reset();
    }

    void keepsWholeContactsOverAReopening()
    {
        QCOMPARE(friends({})->total, 0);
        QCOMPARE(friends({})->refreshedAtMs, 0);
        Friend full = person(u"365000000000000001"_s, u"Chị Đào 🌸 <&\">"_s, u"Đào Nguyễn"_s,
                             u"+84912345678"_s);
        full.username = u"dao.nguyen"_s;
        full.isBlocked = true;
        QSignalSpy changed(m_store.get(), &ContactStore::changed);
        QVERIFY(replace(QList<Friend> { full }));
        QCOMPARE(changed.size(), 1);
        QVERIFY(open());
        const auto page = friends({});
        QCOMPARE(page->items, QList<Friend> { full });
        QCOMPARE(page->total, 1);
        QCOMPARE(page->refreshedAtMs, 1'000'000);
        QVERIFY(page->nextCursor.isEmpty());
    }

    void givesFriendsAndGroupsWholeForTheBrowser()
    {
        const auto browse = [this] {
            return awaited<ContactList>(
                [&](QObject* context, auto done) { m_store->contacts(home, context, done); });
        };
        QCOMPARE(browse()->refreshedAtMs(), 0);
        QVERIFY(replace(many(4'500, u"Đào"_s))); // more than one step reads
        Group group;
        group.groupId = u"900"_s;
        group.name = u"Anh em"_s;
        QVERIFY(replace(QList<Group> { group }));
        const auto list = browse();
        QCOMPARE(list->rows().size(), 4'501);
        QCOMPARE(list->index().size(), 4'501);
        QCOMPARE(list->refreshedAtMs(), 1'000'000);
        QVERIFY(std::is_sorted(list->rows().cbegin(), list->rows().cend(), contactBefore));
        const ListedContact& first = *list->rows().first();
        QVERIFY(first.isGroup);
        QCOMPARE(first.entry.id, u"900"_s);
        QCOMPARE(first.key, searchKey(first.entry));
        QCOMPARE(list->rows().at(1)->entry.avatar, u"https://example.org/1000000.jpg"_s);

        const QList<ThreadRef> threads { { u"900"_s, true },
                                         { u"900"_s, false },
                                         { u"1000000"_s, false } };
        const auto faces = awaited<QHash<ThreadRef, ContactFace>>(
            [&](QObject* context, auto done) { m_store->faces(home, threads, context, done); });
        QCOMPARE(faces->size(), 2);
        QCOMPARE(faces->value(threads.at(0)).name, u"Anh em"_s);
        QCOMPARE(faces->value(threads.at(2)).avatar, u"https://example.org/1000000.jpg"_s);
    }

    void findsExactBeforePrefixBeforeContained()
    {
        QVERIFY(replace(QList<Friend> {
            person(u"1"_s, u"Anh Đức"_s),
            person(u"2"_s, u"Đức Nguyễn"_s),
            person(u"3"_s, u"Zoe"_s, u"ĐỨC"_s),
            person(u"4"_s, u"Đức Anh"_s),
            person(u"5"_s, u"Không liên quan"_s),
        }));
        const QStringList expected { u"3"_s, u"4"_s, u"2"_s, u"1"_s };
        QCOMPARE(ids(u"duc"_s), expected);
        QCOMPARE(ids(u"ĐỨC"_s), expected);
        QCOMPARE(ids(u"  đức "_s), expected);
        QCOMPARE(ids(QString()), (QStringList { u"1"_s, u"4"_s, u"2"_s, u"5"_s, u"3"_s }));
        QVERIFY(ids(u"c n\ndx"_s).isEmpty());
    }

    void findsByEveryField_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("name") << u"dao"_s;
        QTest::newRow("own name") << u"hoa dao"_s;
        QTest::newRow("user name") << u"shop.hoa"_s;
        QTest::newRow("id") << u"365000000000000001"_s;
        QTest::newRow("part of the id") << u"00000001"_s;
        QTest::newRow("phone as stored") << u"+84912345678"_s;
        QTest::newRow("phone as people dial") << u"0912 345 678"_s;
    }

    void findsByEveryField()
    {
        QFETCH(QString, query);
        Friend wanted =
            person(u"365000000000000001"_s, u"Chị Đào"_s, u"Hoa Đào"_s, u"+84912345678"_s);
        wanted.username = u"shop.hoa"_s;
        QVERIFY(replace(QList<Friend> { person(u"42"_s, u"Mai"_s), wanted }));
        QCOMPARE(ids(query), QStringList { wanted.userId });
    }

    void givesPagesThatMeetWithoutGapOrOverlap()
    {
        QVERIFY(replace(many(1'050, u"Nguyễn"_s)));
        QStringList seen;
        QString cursor;
        int pages = 0;
        do {
            const auto page = friends({ u"nguyen"_s, 200, cursor });
            QVERIFY(page);
            QCOMPARE(page->total, 1'050);
            for (const Friend& found : page->items) {
                seen << found.displayName;
            }
            cursor = page->nextCursor;
            ++pages;
        } while (!cursor.isEmpty());
        QCOMPARE(pages, 6);
        QCOMPARE(seen.size(), 1'050);
        QVERIFY(std::is_sorted(seen.cbegin(), seen.cend()));
        QCOMPARE(QSet<QString>(seen.cbegin(), seen.cend()).size(), 1'050);
        QCOMPARE(friends({ {}, 9'999, {} })->items.size(), 500);
        QCOMPARE(friends({ {}, 0, {} })->items.size(), 1);
        QCOMPARE(friends({ {}, 10, u"nonsense"_s }).error().kind, ErrorKind::BadRequest);
    }

    void goesOnAtTheSamePlaceAfterARefresh()
    {
        QList<Friend> people = many(20, u"An"_s);
        QVERIFY(replace(people));
        const QString cursor = friends({ {}, 10, {} })->nextCursor;
        people.prepend(person(u"7"_s, u"Aaa"_s));
        people.removeIf([](const Friend& gone) { return gone.displayName.endsWith(u'9'); });
        QVERIFY(replace(people));
        QCOMPARE(friends({ {}, 1, cursor })->items.constFirst().displayName, u"An 00010"_s);
    }

    void replacesTheWholeList()
    {
        QVERIFY(replace(many(700, u"Cũ"_s)));
        m_clock.setWallClock(2'000'000);
        QVERIFY(replace(many(3, u"Mới"_s)));
        QCOMPARE(friends({})->total, 3);
        QCOMPARE(ids(u"cu"_s).size(), 0);
        QCOMPARE(friends({})->refreshedAtMs, 2'000'000);
        QVERIFY(replace(QList<Friend>()));
        QCOMPARE(friends({})->total, 0);
    }

    void showsTheOldListUntilTheNewOneIsWhole()
    {
        QVERIFY(replace(many(100, u"Cũ"_s)));
        bool replaced = false;
        m_store->replaceFriends(home, many(5'000, u"Mới"_s), this,
                                [&](const Result<void>&) { replaced = true; });
        int looks = 0;
        while (!replaced) {
            const int total = friends({})->total;
            QVERIFY2(total == 100 || total == 5'000, qPrintable(QString::number(total)));
            ++looks;
        }
        QVERIFY(looks > 1);
        QCOMPARE(friends({})->total, 5'000);
    }

    void takesTheLaterOfTwoReplacements()
    {
        int answers = 0;
        const auto done = [&](const Result<void>& result) {
            QVERIFY(result);
            ++answers;
        };
        m_store->replaceFriends(home, many(3'000, u"Một"_s), this, done);
        m_store->replaceFriends(home, many(10, u"Hai"_s), this, done);
        QTRY_COMPARE(answers, 2);
        QCOMPARE(friends({})->total, 10);
    }

    void takesTheLaterOfTwoEntriesWithOneId()
    {
        QVERIFY(replace(QList<Friend> { person(u"1"_s, u"A"_s), person(u"1"_s, u"B"_s) }));
        QCOMPARE(friends({})->total, 1);
        QCOMPARE(friends({})->items.constFirst().displayName, u"B"_s);
    }

    void forgetsWhatAnInterruptedWritingLeft()
    {
        QVERIFY(replace(many(10, u"Cũ"_s)));
        m_store->replaceFriends(home, many(5'000, u"Mới"_s), this, {});
        (void)friends({}); // some of it is written
        QVERIFY(open());
        QCOMPARE(friends({})->total, 10);
        QVERIFY(replace(many(20, u"Mới"_s)));
        QCOMPARE(friends({})->total, 20);
    }

    void joinsRolesFromTheGroup()
    {
        Group group;
        group.groupId = u"77"_s;
        group.name = u"Gia đình"_s;
        group.memberCount = 3;
        group.creatorId = u"1"_s;
        group.adminIds = { u"1"_s, u"2"_s };
        group.memberIds = { u"1"_s, u"2"_s, u"3"_s };
        QVERIFY(replace(QList<Group> { group }));
        const auto members = [&](const QString& groupId, const QString& query = {}) {
            return awaited<ContactPage<MemberWithRole>>([&](QObject* context, auto done) {
                m_store->members(home, groupId, { query, 100, {} }, context, done);
            });
        };
        QCOMPARE(members(u"77"_s)->refreshedAtMs, 0); // never fetched
        QVERIFY(awaited<void>([&](QObject* context, auto done) {
            m_store->replaceMembers(home, group.groupId,
                                    { { u"3"_s, u"Cúc"_s, {}, {} },
                                      { u"1"_s, u"An"_s, {}, {} },
                                      { u"2"_s, u"Bình"_s, {}, {} } },
                                    context, done);
        }));
        const auto page = members(u"77"_s);
        QCOMPARE(page->total, 3);
        QCOMPARE(page->items.at(0).role, MemberRole::Creator);
        QCOMPARE(page->items.at(1).role, MemberRole::Admin);
        QCOMPARE(page->items.at(2).role, MemberRole::Member);
        QCOMPARE(roleName(page->items.at(1).role), u"admin"_s);
        QCOMPARE(page->items.at(2).member.displayName, u"Cúc"_s);
        QCOMPARE(members(u"77"_s, u"binh"_s)->total, 1);
        QCOMPARE(members(u"78"_s).error().kind, ErrorKind::ThreadUnknown);

        const auto found = awaited<std::optional<Group>>([&](QObject* context, auto done) {
            m_store->findGroup(home, group.groupId, context, done);
        });
        QCOMPARE(**found, group);
        const auto counts = awaited<ContactCounts>(
            [&](QObject* context, auto done) { m_store->counts(home, context, done); });
        QCOMPARE(*counts, (ContactCounts { 0, 1 }));
    }

    void keepsManyListsApart()
    {
        // More lists than are kept in memory.
        for (int i = 0; i < 40; ++i) {
            QVERIFY(replace(many(i, u"An"_s), u"p%1"_s.arg(i)));
        }
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < 40; ++i) {
                QCOMPARE(friends({}, u"p%1"_s.arg(i))->total, i);
            }
        }
    }

    void erasesAProfile()
    {
        QVERIFY(replace(many(2'000, u"Bí mật"_s)));
        QVERIFY(replace(many(5, u"Khác"_s), u"work"_s));
        QVERIFY(awaited<void>(
            [&](QObject* context, auto done) { m_store->erase(home, context, done); }));
        QCOMPARE(friends({})->total, 0);
        QCOMPARE(friends({})->refreshedAtMs, 0);
        QCOMPARE(friends({}, u"work"_s)->total, 5);
        m_store.reset();
        m_worker.reset();
        // Also the file holds none of it any more.
        QFile file(m_folder->filePath(u"contacts.sqlite"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(QByteArray("Bí mật")));
    }

    //! The file as version 1 wrote it; a later version proves here that it can read it.
    void readsAStoredFileOfVersion1()
    {
        m_store.reset();
        m_worker = std::make_unique<Worker>(u"sqlite"_s);
        const QString path = m_folder->filePath(u"contacts.sqlite"_s);
        for (const char* suffix : { "", "-wal", "-shm" }) {
            QFile::remove(path + QLatin1String(suffix));
        }
        QVERIFY(QFile::copy(QStringLiteral(ZALO_TEST_DATA "/storage/contacts-v1.sqlite"), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(open());
        const auto people = friends({});
        QCOMPARE(people->total, 2);
        QCOMPARE(people->refreshedAtMs, 1'500'000);
        QCOMPARE(people->items.first().zaloName, u"Tâm 🌸"_s);
        QCOMPARE(people->items.first().phoneNumber, u"+84900000001"_s);
        QVERIFY(people->items.last().isBlocked);
        const auto family = awaited<std::optional<Group>>([&](QObject* context, auto done) {
            m_store->findGroup(home, u"9001"_s, context, done);
        });
        QCOMPARE((*family)->name, u"Gia đình"_s);
        QCOMPARE((*family)->adminIds.size(), 2);
        const auto members = awaited<ContactPage<MemberWithRole>>([&](QObject* context, auto done) {
            m_store->members(home, u"9001"_s, {}, context, done);
        });
        QCOMPARE(members->items.size(), 1);
        QCOMPARE(members->items.first().role, MemberRole::Creator);
    }

    void leavesTheWorkerToOthersMeanwhile()
    {
        // What else runs on the thread never waits longer than one small step.
        QElapsedTimer clock;
        clock.start();
        qint64 longest = 0;
        bool replaced = false;
        m_store->replaceFriends(home, many(10'000, u"Nguyễn Văn"_s), this,
                                [&](const Result<void>&) { replaced = true; });
        QList<qint64> waits;
        while (!replaced) {
            const qint64 asked = clock.nsecsElapsed();
            bool answered = false;
            m_worker->run(
                this, [] { return 0; }, [&](int) { answered = true; });
            QVERIFY(QTest::qWaitFor([&] { return answered; }));
            waits.append(clock.nsecsElapsed() - asked);
            longest = std::max(longest, waits.constLast());
        }
        std::sort(waits.begin(), waits.end());
        qInfo("%lld waits, median %.1f ms, longest %.1f ms", qint64(waits.size()),
              double(waits.at(waits.size() / 2)) / 1e6, double(longest) / 1e6);
        // Steps and other jobs take turns: the first other job is answered long before the end.
        QVERIFY(waits.size() >= 2);
    }
};

namespace {

//! Makes what is in tests/data/storage (its README says when): every kind of list, one that was
//! replaced, and rows that nobody sees any more.
int makeStoredFile(const QString& path)
{
    Group family;
    family.groupId = u"9001"_s;
    family.name = u"Gia đình"_s;
    family.memberCount = 2;
    family.creatorId = u"1"_s;
    family.adminIds = QStringList { u"1"_s, u"2"_s };
    family.memberIds = family.adminIds;
    GroupMember member;
    member.userId = u"1"_s;
    member.displayName = u"Phạm Văn Tâm"_s;
    Friend blocked = person(u"3"_s, u"Vy"_s, u"vy"_s);
    blocked.isBlocked = true;
    const QList<Friend> friends { person(u"1"_s, u"Phạm Văn Tâm"_s, u"Tâm 🌸"_s, u"+84900000001"_s),
                                  blocked };
    const QList<std::pair<ContactListKey, QList<ContactEntry>>> lists {
        { ContactListKey::friends(home), { entryOf(friends.first()) } },
        { ContactListKey::friends(home), { entryOf(friends.first()), entryOf(friends.last()) } },
        { ContactListKey::groups(home), { entryOf(family) } },
        { ContactListKey::members(home, family.groupId), { entryOf(member) } }
    };
    ContactDirectory directory(DatabaseSpec { path, contactMigrations() });
    Result<void> done = directory.open();
    for (const auto& [key, entries] : lists) {
        const auto writing = directory.begin(key);
        if (!done || !writing || !directory.write(*writing, entries)
            || !directory.publish(*writing, 1'500'000)) {
            return 1;
        }
    }
    directory.close();
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--make")) {
        return makeStoredFile(arguments.value(2));
    }
    TestContactStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_contactstore.moc"
