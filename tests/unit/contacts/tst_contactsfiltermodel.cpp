// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/contactsfiltermodel.h"
#include "listedcontacts.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace zalo;
using Kind = ContactsFilterModel::Kind;

namespace {

QStringList shown(const QAbstractItemModel& model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row) {
        ids << model.index(row, 0).data(ContactsModel::IdRole).toString();
    }
    return ids;
}

} // namespace

class TestContactsFilterModel : public QObject
{
    Q_OBJECT

private slots:
    void findsWithoutAccents_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("ids");
        QTest::newRow("nothing typed: all, by name") << QString() << QStringLiteral("5 2 1 4 3");
        QTest::newRow("a name without accents")
            << QStringLiteral("nguyen duc") << QStringLiteral("1 4");
        QTest::newRow("with them") << QStringLiteral("NGUYỄN ĐỨC") << QStringLiteral("1 4");
        QTest::newRow("exact, prefix, contained")
            << QStringLiteral("duc") << QStringLiteral("3 2 5 1 4");
        QTest::newRow("a phone number as it is written")
            << QStringLiteral("0912 345 678") << QStringLiteral("2");
        QTest::newRow("an id") << QStringLiteral("4") << QStringLiteral("4 2");
        QTest::newRow("nobody") << QStringLiteral("xyz") << QString();
    }

    void findsWithoutAccents()
    {
        QFETCH(QString, query);
        QFETCH(QString, ids);
        ContactsModel contacts;
        ContactsFilterModel filter(&contacts);
        const QAbstractItemModelTester tester(
            &filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        contacts.refresh(ContactList(
            { listed(QStringLiteral("1"), QStringLiteral("Nguyễn Đức")),
              listed(QStringLiteral("2"), QStringLiteral("Đức Anh"), false, {},
                     QStringLiteral("+84912345678")),
              listed(QStringLiteral("3"), QStringLiteral("Zoe"), false, QStringLiteral("Đức")),
              listed(QStringLiteral("4"), QStringLiteral("Nguyễn Đức Trí"), true),
              listed(QStringLiteral("5"), QStringLiteral("Anh Đức")) }));
        filter.setQuery(query);
        QCOMPARE(shown(filter).join(u' '), ids);
    }

    //! Thousands of scattered steps would keep a view busy for long: one reset instead.
    void followsAWhollyOtherList()
    {
        const auto everySecond = [](int first) {
            QList<std::shared_ptr<ListedContact>> contacts;
            for (int i = first; i < 5000; i += 2) {
                contacts << listed(QString::number(i),
                                   QStringLiteral("Anh %1").arg(i, 5, 10, QLatin1Char('0')));
            }
            return ContactList(contacts);
        };
        ContactsModel contacts;
        ContactsFilterModel filter(&contacts);
        filter.setQuery(QStringLiteral("anh 0000"));
        const QAbstractItemModelTester tester(
            &filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        contacts.refresh(everySecond(0));
        QCOMPARE(shown(filter).join(u' '), QStringLiteral("0 2 4 6 8"));
        const QSignalSpy resets(&contacts, &QAbstractItemModel::modelReset);
        contacts.refresh(everySecond(1));
        QCOMPARE(resets.size(), 1);
        QCOMPARE(shown(filter).join(u' '), QStringLiteral("1 3 5 7 9"));
    }

    void showsFriendsOrGroups()
    {
        ContactsModel contacts;
        ContactsFilterModel filter(&contacts);
        const QAbstractItemModelTester tester(
            &filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        contacts.refresh(ContactList({ listed(QStringLiteral("1"), QStringLiteral("Anh")),
                                       listed(QStringLiteral("2"), QStringLiteral("Anh"), true) }));
        filter.setKind(Kind::Friends);
        QCOMPARE(shown(filter), QStringList(QStringLiteral("1")));
        filter.setKind(Kind::Groups);
        QCOMPARE(shown(filter), QStringList(QStringLiteral("2")));
        filter.setKind(Kind::All);
        QCOMPARE(shown(filter).size(), 2);
    }

    //! However the contacts change under it, it shows what a fresh filter would.
    void followsRandomChanges()
    {
        QRandomGenerator random(20260102);
        const QStringList queries { QString(), QStringLiteral("duc"), QStringLiteral("nguyen duc"),
                                    QStringLiteral("a"), QStringLiteral("70001") };
        ContactsModel contacts;
        ContactsFilterModel filter(&contacts);
        const QAbstractItemModelTester tester(
            &filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy reset(&filter, &QAbstractItemModel::modelReset);
        for (int round = 0; round < 60; ++round) {
            const QString query = queries.at(round / 5 % queries.size());
            const Kind kind = Kind(round / 7 % 3);
            filter.setQuery(query);
            filter.setKind(kind);
            reset.clear();
            contacts.refresh(randomList(random, round % 11 == 0 ? 0 : 40));
            QCOMPARE(reset.size(), 0);

            ContactsFilterModel fresh(&contacts);
            fresh.setQuery(query);
            fresh.setKind(kind);
            QCOMPARE(shown(filter), shown(fresh));
        }
    }

    void theSameResultIsNoReset()
    {
        ContactsModel contacts;
        ContactsFilterModel filter(&contacts);
        contacts.refresh(ContactList({ listed(QStringLiteral("1"), QStringLiteral("Anh")) }));
        QSignalSpy reset(&filter, &QAbstractItemModel::modelReset);
        filter.setQuery(QStringLiteral("an"));
        QCOMPARE(reset.size(), 1); // another rank
        filter.setQuery(QStringLiteral(" An "));
        QCOMPARE(reset.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestContactsFilterModel)
#include "tst_contactsfiltermodel.moc"
