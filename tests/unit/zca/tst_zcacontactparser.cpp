// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/zcacontactparser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;
using zalo::test::recorded;

class TestZcaContactParser : public QObject
{
    Q_OBJECT

private slots:
    void accountOfTheRealProgram()
    {
        const Result<Account> me = parseAccount(recorded(u"me-info.json"_s));
        QVERIFY(me.has_value());
        QCOMPARE(me->userId, u"512345678901234567"_s);
        QCOMPARE(me->displayName, u"Nguyễn Minh Anh"_s);
        QCOMPARE(me->zaloName, u"Nguyễn Minh Anh"_s);
        QCOMPARE(me->phoneNumber, u"+84901234567"_s);
        QVERIFY(me->avatar.startsWith(u"https://"_s));
    }

    //! People call themselves what they like; the own name is no better.
    void namesAreOneSeenLine()
    {
        const Result<Account> me =
            parseAccount("{\"userId\":\"1\",\"displayName\":\"\\u200b\\u202e\","
                         "\"zaloName\":\"An\\nZalo: \\u001b[31mOnline\\u009b\"}");
        QCOMPARE(me->zaloName, u"An Zalo: [31mOnline"_s);
        QCOMPARE(me->displayName, me->zaloName);
        const auto friends = parseFriends("[{\"userId\":\"2\",\"displayName\":\"\\u2066\\u200f\","
                                          "\"username\":\"a\\u202eb\"}]");
        QCOMPARE(friends->first().displayName, QString());
        QCOMPARE(friends->first().username, u"ab"_s);
        QCOMPARE(
            parseGroups("[{\"groupId\":\"3\",\"name\":\"Nhà\\r\\nta 👩\\u200d👧\"}]")->first().name,
            u"Nhà ta 👩\u200d👧"_s);
        QCOMPARE(parseGroupMembers("[{\"id\":\"4\",\"dName\":\"\\u061cB\\u007f\"}]")
                     ->first()
                     .displayName,
                 u"B"_s);
    }

    void accountWithoutAnIdIsAnError()
    {
        QCOMPARE(parseAccount("{\"displayName\":\"x\"}").error().kind, ErrorKind::ZcaBroken);
        QCOMPARE(parseAccount("not logged in").error().kind, ErrorKind::ZcaBroken);
    }

    void friendsOfTheRealProgram()
    {
        const auto friends = parseFriends(recorded(u"friend-list.json"_s));
        QVERIFY(friends.has_value());
        QCOMPARE(friends->size(), recorded(u"friend-list.json"_s).count("\"userId\""));
        QVERIFY(friends->size() > 100);
        QCOMPARE(friends->first().userId, u"365333052772575247"_s);
        QCOMPARE(friends->first().displayName, u"Phạm Văn Tâm 🌸"_s);
        QCOMPARE(friends->first().phoneNumber, u"84970422491"_s);
        for (const Friend& person : *friends) {
            QVERIFY(person.userId.size() >= 18);
            QVERIFY(!person.displayName.isEmpty());
        }
    }

    void theAliasIsTheDisplayName()
    {
        const auto found = parseFriends(recorded(u"friend-find-name.json"_s));
        QVERIFY(found.has_value());
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().displayName, u"Mẹ ❤️"_s);
        QCOMPARE(found->first().zaloName, u"Đỗ Gia Khoa ✨"_s);
    }

    void aHitByPhoneHasOtherNames()
    {
        const auto found = parseFriends(recorded(u"friend-find-phone.json"_s));
        QVERIFY(found.has_value());
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().userId, u"400250118707331277"_s);
        QCOMPARE(found->first().displayName, u"Huỳnh Xuân Châu ✨"_s);
        QCOMPARE(found->first().zaloName, u"Huỳnh Xuân Châu ✨"_s);
    }

    void friendOnlineHoldsIdsOnly()
    {
        const auto online = parseFriends(recorded(u"friend-online.json"_s));
        QVERIFY(online.has_value());
        QCOMPARE(online->first().userId, u"365333052772575247"_s);
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
        QCOMPARE(friends->first().userId, u"12"_s);
    }

    void groupsOfTheRealProgram()
    {
        const auto groups = parseGroups(recorded(u"group-list.json"_s));
        QVERIFY(groups.has_value());
        QVERIFY(groups->size() >= 10);
        const Group& family = groups->first();
        QCOMPARE(family.groupId, u"772797855570859122"_s);
        QCOMPARE(family.name, u"Gia đình"_s);
        QCOMPARE(family.memberCount, 14);
        QCOMPARE(family.creatorId, u"512345678901234567"_s);
        QCOMPARE(family.adminIds, QStringList { u"365333052772575247"_s });
        QCOMPARE(family.memberIds.size(), 14);
        QCOMPARE(family.memberIds.first(), u"512345678901234567"_s);
    }

    void groupsOfZcaCliHaveAMemberCount()
    {
        const auto groups =
            parseGroups("INFO\n[{\"groupId\":\"9\",\"name\":\"Lớp\",\"memberCount\":3}]\n");
        QVERIFY(groups.has_value());
        QCOMPARE(groups->first().groupId, u"9"_s);
        QCOMPARE(groups->first().name, u"Lớp"_s);
        QCOMPARE(groups->first().memberCount, 3);
        QVERIFY(groups->first().memberIds.isEmpty());
    }

    void countedMembersStandInForAMissingCount()
    {
        const auto groups = parseGroups("[{\"groupId\":\"9\",\"memberIds\":[\"1\",2]}]");
        QCOMPARE(groups->first().memberCount, 2);
        QCOMPARE(groups->first().memberIds, QStringList({ u"1"_s, u"2"_s }));
    }

    void membersOfTheRealProgram()
    {
        const auto members = parseGroupMembers(recorded(u"group-members.json"_s));
        QVERIFY(members.has_value());
        QCOMPARE(members->size(), 14);
        QCOMPARE(members->first().userId, u"512345678901234567"_s);
        QCOMPARE(members->first().displayName, u"Nguyễn Minh Anh"_s);
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
