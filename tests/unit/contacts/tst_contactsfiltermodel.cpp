// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/contactsfiltermodel.h"
#include "listedcontacts.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
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
        QTest::newRow("nothing typed: all, by name") << QString() << u"5 2 1 4 3"_s;
        QTest::newRow("a name without accents") << u"nguyen duc"_s << u"1 4"_s;
        QTest::newRow("with them") << u"NGUYỄN ĐỨC"_s << u"1 4"_s;
        QTest::newRow("exact, prefix, contained") << u"duc"_s << u"3 2 5 1 4"_s;
        QTest::newRow("a phone number as it is written") << u"0912 345 678"_s << u"2"_s;
        QTest::newRow("an id") << u"4"_s << u"4 2"_s;
        QTest::newRow("nobody") << u"xyz"_s << QString();
    }

    void findsWithoutAccents()
    {
        QFETCH(QString, query);
        QFETCH(QString, ids);
        ContactsModel contacts;
        ContactsFilterModel filter(&contacts);
        const QAbstractItemModelTester tester(
            &filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        contacts.refresh(ContactList({ listed(u"1"_s, u"Nguyễn Đức"_s),
                                       listed(u"2"_s, u"Đức Anh"_s, false, {}, u"+84912345678"_s),
                                       listed(u"3"_s, u"Zoe"_s, false, u"Đức"_s),
                                       listed(u"4"_s, u"Nguyễn Đức Trí"_s, true),
                                       listed(u"5"_s, u"Anh Đức"_s) }));
        filter.setQuery(query);
        QCOMPARE(shown(filter).join(u' '), ids);
    }

    //! Thousands of scattered steps would keep a view busy for long: one reset instead.
    void followsAWhollyOtherList()
    {
        const auto everySecond = [](int first) {
            QList<std::shared_ptr<ListedContact>> contacts;
            for (int i = first; i < 5000; i += 2) {
                contacts << listed(QString::number(i), u"Anh %1"_s.arg(i, 5, 10, QLatin1Char('0')));
            }
            return ContactList(contacts);
        };
        ContactsModel contacts;
        ContactsFilterModel filter(&contacts);
        filter.setQuery(u"anh 0000"_s);
        const QAbstractItemModelTester tester(
            &filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        contacts.refresh(everySecond(0));
        QCOMPARE(shown(filter).join(u' '), u"0 2 4 6 8"_s);
        const QSignalSpy resets(&contacts, &QAbstractItemModel::modelReset);
        contacts.refresh(everySecond(1));
        QCOMPARE(resets.size(), 1);
        QCOMPARE(shown(filter).join(u' '), u"1 3 5 7 9"_s);
    }

    void showsFriendsOrGroups()
    {
        ContactsModel contacts;
        ContactsFilterModel filter(&contacts);
        const QAbstractItemModelTester tester(
            &filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        contacts.refresh(ContactList({ listed(u"1"_s, u"Anh"_s), listed(u"2"_s, u"Anh"_s, true) }));
        filter.setKind(Kind::Friends);
        QCOMPARE(shown(filter), QStringList(u"1"_s));
        filter.setKind(Kind::Groups);
        QCOMPARE(shown(filter), QStringList(u"2"_s));
        filter.setKind(Kind::All);
        QCOMPARE(shown(filter).size(), 2);
    }

    //! However the contacts change under it, it shows what a fresh filter would.
    void followsRandomChanges()
    {
        QRandomGenerator random(20260102);
        const QStringList queries { QString(), u"duc"_s, u"nguyen duc"_s, u"a"_s, u"70001"_s };
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
        contacts.refresh(ContactList({ listed(u"1"_s, u"Anh"_s) }));
        QSignalSpy reset(&filter, &QAbstractItemModel::modelReset);
        filter.setQuery(u"an"_s);
        QCOMPARE(reset.size(), 1); // another rank
        filter.setQuery(u" An "_s);
        QCOMPARE(reset.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestContactsFilterModel)
#include "tst_contactsfiltermodel.moc"
