// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/zcacontactparser.h"

#include <QTest>

using namespace zalo;
using zalo::test::recorded;

class TestZcaContactParser : public QObject
{
    Q_OBJECT

private slots:
    void accountOfTheRealProgram()
    {
        const Result<Account> me = parseAccount(recorded(QStringLiteral("me-info.json")));
        QVERIFY(me.has_value());
        QCOMPARE(me->userId, QStringLiteral("512345678901234567"));
        QCOMPARE(me->displayName, QStringLiteral("Nguyễn Minh Anh"));
        QCOMPARE(me->zaloName, QStringLiteral("Nguyễn Minh Anh"));
        QCOMPARE(me->phoneNumber, QStringLiteral("+84901234567"));
        QVERIFY(me->avatar.startsWith(QStringLiteral("https://")));
    }

    void accountWithoutAnIdIsAnError()
    {
        QCOMPARE(parseAccount("{\"displayName\":\"x\"}").error().kind, ErrorKind::ZcaBroken);
        QCOMPARE(parseAccount("not logged in").error().kind, ErrorKind::ZcaBroken);
    }

    void friendsOfTheRealProgram()
    {
        const auto friends = parseFriends(recorded(QStringLiteral("friend-list.json")));
        QVERIFY(friends.has_value());
        QCOMPARE(friends->size(), recorded(QStringLiteral("friend-list.json")).count("\"userId\""));
        QVERIFY(friends->size() > 100);
        QCOMPARE(friends->first().userId, QStringLiteral("365333052772575247"));
        QCOMPARE(friends->first().displayName, QStringLiteral("Phạm Văn Tâm 🌸"));
        QCOMPARE(friends->first().phoneNumber, QStringLiteral("84970422491"));
        for (const Friend& person : *friends) {
            QVERIFY(person.userId.size() >= 18);
            QVERIFY(!person.displayName.isEmpty());
        }
    }

    void theAliasIsTheDisplayName()
    {
        const auto found = parseFriends(recorded(QStringLiteral("friend-find-name.json")));
        QVERIFY(found.has_value());
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().displayName, QStringLiteral("Mẹ ❤️"));
        QCOMPARE(found->first().zaloName, QStringLiteral("Đỗ Gia Khoa ✨"));
    }

    void aHitByPhoneHasOtherNames()
    {
        const auto found = parseFriends(recorded(QStringLiteral("friend-find-phone.json")));
        QVERIFY(found.has_value());
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().userId, QStringLiteral("400250118707331277"));
        QCOMPARE(found->first().displayName, QStringLiteral("Huỳnh Xuân Châu ✨"));
        QCOMPARE(found->first().zaloName, QStringLiteral("Huỳnh Xuân Châu ✨"));
    }

    void friendOnlineHoldsIdsOnly()
    {
        const auto online = parseFriends(recorded(QStringLiteral("friend-online.json")));
        QVERIFY(online.has_value());
        QCOMPARE(online->first().userId, QStringLiteral("365333052772575247"));
        QCOMPARE(online->first().displayName, QString());
    }

    void flagsAreNumbersOrTruths_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("blocked");
        QTest::newRow("0") << QByteArray("[{\"userId\":\"1\",\"isBlocked\":0}]") << false;
        QTest::newRow("1") << QByteArray("[{\"userId\":\"1\",\"isBlocked\":1}]") << true;
        QTest::newRow("true") << QByteArray("[{\"userId\":\"1\",\"isBlocked\":true}]") << true;
        QTest::newRow("absent") << QByteArray("[{\"userId\":\"1\"}]") << false;
    }

    void flagsAreNumbersOrTruths()
    {
        QFETCH(QByteArray, json);
        QTEST(parseFriends(json)->first().isBlocked, "blocked");
    }

    void entriesWithoutAnIdAreLeftOut()
    {
        const auto friends = parseFriends("[null, {}, {\"displayName\":\"x\"}, 5, {\"id\":12}]");
        QVERIFY(friends.has_value());
        QCOMPARE(friends->size(), 1);
        QCOMPARE(friends->first().userId, QStringLiteral("12"));
    }

    void groupsOfTheRealProgram()
    {
        const auto groups = parseGroups(recorded(QStringLiteral("group-list.json")));
        QVERIFY(groups.has_value());
        QVERIFY(groups->size() >= 10);
        const Group& family = groups->first();
        QCOMPARE(family.groupId, QStringLiteral("772797855570859122"));
        QCOMPARE(family.name, QStringLiteral("Gia đình"));
        QCOMPARE(family.memberCount, 14);
        QCOMPARE(family.creatorId, QStringLiteral("512345678901234567"));
        QCOMPARE(family.adminIds, QStringList { QStringLiteral("365333052772575247") });
        QCOMPARE(family.memberIds.size(), 14);
        QCOMPARE(family.memberIds.first(), QStringLiteral("512345678901234567"));
    }

    void groupsOfZcaCliHaveAMemberCount()
    {
        const auto groups =
            parseGroups("INFO\n[{\"groupId\":\"9\",\"name\":\"Lớp\",\"memberCount\":3}]\n");
        QVERIFY(groups.has_value());
        QCOMPARE(groups->first().groupId, QStringLiteral("9"));
        QCOMPARE(groups->first().name, QStringLiteral("Lớp"));
        QCOMPARE(groups->first().memberCount, 3);
        QVERIFY(groups->first().memberIds.isEmpty());
    }

    void countedMembersStandInForAMissingCount()
    {
        const auto groups = parseGroups("[{\"groupId\":\"9\",\"memberIds\":[\"1\",2]}]");
        QCOMPARE(groups->first().memberCount, 2);
        QCOMPARE(groups->first().memberIds,
                 QStringList({ QStringLiteral("1"), QStringLiteral("2") }));
    }

    void membersOfTheRealProgram()
    {
        const auto members = parseGroupMembers(recorded(QStringLiteral("group-members.json")));
        QVERIFY(members.has_value());
        QCOMPARE(members->size(), 14);
        QCOMPARE(members->first().userId, QStringLiteral("512345678901234567"));
        QCOMPARE(members->first().displayName, QStringLiteral("Nguyễn Minh Anh"));
        QVERIFY(!members->first().avatar.isEmpty());
    }

    void tablesAreNoLists_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file : { "account-list.out", "auth-status.out", "group-info.out" }) {
            QTest::newRow(file) << QString::fromLatin1(file);
        }
    }

    void tablesAreNoLists()
    {
        QFETCH(QString, file);
        QCOMPARE(parseGroups(recorded(file)).error().kind, ErrorKind::ZcaBroken);
    }
};

QTEST_APPLESS_MAIN(TestZcaContactParser)
#include "tst_zcacontactparser.moc"
