// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "contacts/contactdirectory.h"
#include "contacts/contactschema.h"
#include "contacts/contactstore.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace zalo;

namespace {

const QString home = QStringLiteral("default");

Friend person(const QString& id, const QString& name, const QString& zaloName = {},
              const QString& phone = {})
{
    Friend person;
    person.userId = id;
    person.displayName = name;
    person.zaloName = zaloName;
    person.phoneNumber = phone;
    person.avatar = QStringLiteral("https://example.org/%1.jpg").arg(id);
    return person;
}

QList<Friend> many(int count, const QString& prefix)
{
    QList<Friend> people;
    for (int i = 0; i < count; ++i) {
        people.append(person(QString::number(1'000'000 + i),
                             prefix + QStringLiteral(" %1").arg(i, 5, 10, QLatin1Char('0'))));
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
    qint64 m_now = 1'000'000;

    Result<void> open()
    {
        Clock clock;
        clock.nowMs = [this] { return m_now; };
        m_store.reset();
        m_store = std::make_unique<ContactStore>(
            m_worker.get(),
            ContactStoreOptions { m_folder->filePath(QStringLiteral("contacts.sqlite")) }, clock);
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
        m_worker = std::make_unique<Worker>(QStringLiteral("sqlite"));
        m_now = 1'000'000;
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
        Friend full =
            person(QStringLiteral("365000000000000001"), QStringLiteral("Chị Đào 🌸 <&\">"),
                   QStringLiteral("Đào Nguyễn"), QStringLiteral("+84912345678"));
        full.username = QStringLiteral("dao.nguyen");
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
        const auto found = awaited<std::optional<Friend>>([&](QObject* context, auto done) {
            m_store->findFriend(home, full.userId, context, done);
        });
        QCOMPARE(**found, full);
    }

    void givesFriendsAndGroupsWholeForTheBrowser()
    {
        const auto browse = [this] {
            return awaited<ContactList>(
                [&](QObject* context, auto done) { m_store->contacts(home, context, done); });
        };
        QCOMPARE(browse()->refreshedAtMs(), 0);
        QVERIFY(replace(many(4'500, QStringLiteral("Đào")))); // more than one step reads
        Group group;
        group.groupId = QStringLiteral("900");
        group.name = QStringLiteral("Anh em");
        QVERIFY(replace(QList<Group> { group }));
        const auto list = browse();
        QCOMPARE(list->rows().size(), 4'501);
        QCOMPARE(list->index().size(), 4'501);
        QCOMPARE(list->refreshedAtMs(), 1'000'000);
        QVERIFY(std::is_sorted(list->rows().cbegin(), list->rows().cend(), contactBefore));
        const ListedContact& first = *list->rows().first();
        QVERIFY(first.isGroup);
        QCOMPARE(first.entry.id, QStringLiteral("900"));
        QCOMPARE(first.key, searchKey(first.entry));
        QCOMPARE(list->rows().at(1)->entry.avatar,
                 QStringLiteral("https://example.org/1000000.jpg"));

        const QList<ThreadRef> threads { { QStringLiteral("900"), true },
                                         { QStringLiteral("900"), false },
                                         { QStringLiteral("1000000"), false } };
        const auto names = awaited<QHash<ThreadRef, QString>>(
            [&](QObject* context, auto done) { m_store->names(home, threads, context, done); });
        QCOMPARE(names->size(), 2);
        QCOMPARE(names->value(threads.at(0)), QStringLiteral("Anh em"));
    }

    void findsExactBeforePrefixBeforeContained()
    {
        QVERIFY(replace(QList<Friend> {
            person(QStringLiteral("1"), QStringLiteral("Anh Đức")),
            person(QStringLiteral("2"), QStringLiteral("Đức Nguyễn")),
            person(QStringLiteral("3"), QStringLiteral("Zoe"), QStringLiteral("ĐỨC")),
            person(QStringLiteral("4"), QStringLiteral("Đức Anh")),
            person(QStringLiteral("5"), QStringLiteral("Không liên quan")),
        }));
        const QStringList expected { QStringLiteral("3"), QStringLiteral("4"), QStringLiteral("2"),
                                     QStringLiteral("1") };
        QCOMPARE(ids(QStringLiteral("duc")), expected);
        QCOMPARE(ids(QStringLiteral("ĐỨC")), expected);
        QCOMPARE(ids(QStringLiteral("  đức ")), expected);
        QCOMPARE(ids(QString()),
                 (QStringList { QStringLiteral("1"), QStringLiteral("4"), QStringLiteral("2"),
                                QStringLiteral("5"), QStringLiteral("3") }));
        QVERIFY(ids(QStringLiteral("c n\ndx")).isEmpty());
    }

    void findsByEveryField_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("name") << QStringLiteral("dao");
        QTest::newRow("own name") << QStringLiteral("hoa dao");
        QTest::newRow("user name") << QStringLiteral("shop.hoa");
        QTest::newRow("id") << QStringLiteral("365000000000000001");
        QTest::newRow("part of the id") << QStringLiteral("00000001");
        QTest::newRow("phone as stored") << QStringLiteral("+84912345678");
        QTest::newRow("phone as people dial") << QStringLiteral("0912 345 678");
    }

    void findsByEveryField()
    {
        QFETCH(QString, query);
        Friend wanted = person(QStringLiteral("365000000000000001"), QStringLiteral("Chị Đào"),
                               QStringLiteral("Hoa Đào"), QStringLiteral("+84912345678"));
        wanted.username = QStringLiteral("shop.hoa");
        QVERIFY(
            replace(QList<Friend> { person(QStringLiteral("42"), QStringLiteral("Mai")), wanted }));
        QCOMPARE(ids(query), QStringList { wanted.userId });
    }

    void givesPagesThatMeetWithoutGapOrOverlap()
    {
        QVERIFY(replace(many(1'050, QStringLiteral("Nguyễn"))));
        QStringList seen;
        QString cursor;
        int pages = 0;
        do {
            const auto page = friends({ QStringLiteral("nguyen"), 200, cursor });
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
        QCOMPARE(friends({ {}, 10, QStringLiteral("nonsense") }).error().kind,
                 ErrorKind::BadRequest);
    }

    void goesOnAtTheSamePlaceAfterARefresh()
    {
        QList<Friend> people = many(20, QStringLiteral("An"));
        QVERIFY(replace(people));
        const QString cursor = friends({ {}, 10, {} })->nextCursor;
        people.prepend(person(QStringLiteral("7"), QStringLiteral("Aaa")));
        people.removeIf([](const Friend& gone) { return gone.displayName.endsWith(u'9'); });
        QVERIFY(replace(people));
        QCOMPARE(friends({ {}, 1, cursor })->items.constFirst().displayName,
                 QStringLiteral("An 00010"));
    }

    void replacesTheWholeList()
    {
        QVERIFY(replace(many(700, QStringLiteral("Cũ"))));
        m_now = 2'000'000;
        QVERIFY(replace(many(3, QStringLiteral("Mới"))));
        QCOMPARE(friends({})->total, 3);
        QCOMPARE(ids(QStringLiteral("cu")).size(), 0);
        QCOMPARE(friends({})->refreshedAtMs, 2'000'000);
        QVERIFY(replace(QList<Friend>()));
        QCOMPARE(friends({})->total, 0);
    }

    void showsTheOldListUntilTheNewOneIsWhole()
    {
        QVERIFY(replace(many(100, QStringLiteral("Cũ"))));
        bool replaced = false;
        m_store->replaceFriends(home, many(5'000, QStringLiteral("Mới")), this,
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
        m_store->replaceFriends(home, many(3'000, QStringLiteral("Một")), this, done);
        m_store->replaceFriends(home, many(10, QStringLiteral("Hai")), this, done);
        QTRY_COMPARE(answers, 2);
        QCOMPARE(friends({})->total, 10);
    }

    void takesTheLaterOfTwoEntriesWithOneId()
    {
        QVERIFY(replace(QList<Friend> { person(QStringLiteral("1"), QStringLiteral("A")),
                                        person(QStringLiteral("1"), QStringLiteral("B")) }));
        QCOMPARE(friends({})->total, 1);
        QCOMPARE(friends({})->items.constFirst().displayName, QStringLiteral("B"));
    }

    void forgetsWhatAnInterruptedWritingLeft()
    {
        QVERIFY(replace(many(10, QStringLiteral("Cũ"))));
        m_store->replaceFriends(home, many(5'000, QStringLiteral("Mới")), this, {});
        (void)friends({}); // some of it is written
        QVERIFY(open());
        QCOMPARE(friends({})->total, 10);
        QVERIFY(replace(many(20, QStringLiteral("Mới"))));
        QCOMPARE(friends({})->total, 20);
    }

    void joinsRolesFromTheGroup()
    {
        Group group;
        group.groupId = QStringLiteral("77");
        group.name = QStringLiteral("Gia đình");
        group.memberCount = 3;
        group.creatorId = QStringLiteral("1");
        group.adminIds = { QStringLiteral("1"), QStringLiteral("2") };
        group.memberIds = { QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3") };
        QVERIFY(replace(QList<Group> { group }));
        const auto members = [&](const QString& groupId, const QString& query = {}) {
            return awaited<ContactPage<MemberWithRole>>([&](QObject* context, auto done) {
                m_store->members(home, groupId, { query, 100, {} }, context, done);
            });
        };
        QCOMPARE(members(QStringLiteral("77"))->refreshedAtMs, 0); // never fetched
        QVERIFY(awaited<void>([&](QObject* context, auto done) {
            m_store->replaceMembers(home, group.groupId,
                                    { { QStringLiteral("3"), QStringLiteral("Cúc"), {}, {} },
                                      { QStringLiteral("1"), QStringLiteral("An"), {}, {} },
                                      { QStringLiteral("2"), QStringLiteral("Bình"), {}, {} } },
                                    context, done);
        }));
        const auto page = members(QStringLiteral("77"));
        QCOMPARE(page->total, 3);
        QCOMPARE(page->items.at(0).role, MemberRole::Creator);
        QCOMPARE(page->items.at(1).role, MemberRole::Admin);
        QCOMPARE(page->items.at(2).role, MemberRole::Member);
        QCOMPARE(roleName(page->items.at(1).role), QStringLiteral("admin"));
        QCOMPARE(page->items.at(2).member.displayName, QStringLiteral("Cúc"));
        QCOMPARE(members(QStringLiteral("77"), QStringLiteral("binh"))->total, 1);
        QCOMPARE(members(QStringLiteral("78")).error().kind, ErrorKind::ThreadUnknown);

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
            QVERIFY(replace(many(i, QStringLiteral("An")), QStringLiteral("p%1").arg(i)));
        }
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < 40; ++i) {
                QCOMPARE(friends({}, QStringLiteral("p%1").arg(i))->total, i);
            }
        }
    }

    void erasesAProfile()
    {
        QVERIFY(replace(many(2'000, QStringLiteral("Bí mật"))));
        QVERIFY(replace(many(5, QStringLiteral("Khác")), QStringLiteral("work")));
        QVERIFY(awaited<void>(
            [&](QObject* context, auto done) { m_store->erase(home, context, done); }));
        QCOMPARE(friends({})->total, 0);
        QCOMPARE(friends({})->refreshedAtMs, 0);
        QCOMPARE(friends({}, QStringLiteral("work"))->total, 5);
        m_store.reset();
        m_worker.reset();
        // Also the file holds none of it any more.
        QFile file(m_folder->filePath(QStringLiteral("contacts.sqlite")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(QByteArray("Bí mật")));
    }

    //! The file as version 1 wrote it; a later version proves here that it can read it.
    void readsAStoredFileOfVersion1()
    {
        m_store.reset();
        m_worker = std::make_unique<Worker>(QStringLiteral("sqlite"));
        const QString path = m_folder->filePath(QStringLiteral("contacts.sqlite"));
        for (const char* suffix : { "", "-wal", "-shm" }) {
            QFile::remove(path + QLatin1String(suffix));
        }
        QVERIFY(QFile::copy(QStringLiteral(ZALO_TEST_DATA "/storage/contacts-v1.sqlite"), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(open());
        const auto people = friends({});
        QCOMPARE(people->total, 2);
        QCOMPARE(people->refreshedAtMs, 1'500'000);
        QCOMPARE(people->items.first().zaloName, QStringLiteral("Tâm 🌸"));
        QCOMPARE(people->items.first().phoneNumber, QStringLiteral("+84900000001"));
        QVERIFY(people->items.last().isBlocked);
        const auto family = awaited<std::optional<Group>>([&](QObject* context, auto done) {
            m_store->findGroup(home, QStringLiteral("9001"), context, done);
        });
        QCOMPARE((*family)->name, QStringLiteral("Gia đình"));
        QCOMPARE((*family)->adminIds.size(), 2);
        const auto members = awaited<ContactPage<MemberWithRole>>([&](QObject* context, auto done) {
            m_store->members(home, QStringLiteral("9001"), {}, context, done);
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
        m_store->replaceFriends(home, many(10'000, QStringLiteral("Nguyễn Văn")), this,
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
    family.groupId = QStringLiteral("9001");
    family.name = QStringLiteral("Gia đình");
    family.memberCount = 2;
    family.creatorId = QStringLiteral("1");
    family.adminIds = QStringList { QStringLiteral("1"), QStringLiteral("2") };
    family.memberIds = family.adminIds;
    GroupMember member;
    member.userId = QStringLiteral("1");
    member.displayName = QStringLiteral("Phạm Văn Tâm");
    Friend blocked = person(QStringLiteral("3"), QStringLiteral("Vy"), QStringLiteral("vy"));
    blocked.isBlocked = true;
    const QList<Friend> friends { person(QStringLiteral("1"), QStringLiteral("Phạm Văn Tâm"),
                                         QStringLiteral("Tâm 🌸"), QStringLiteral("+84900000001")),
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
