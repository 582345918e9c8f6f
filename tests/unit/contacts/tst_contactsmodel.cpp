// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/contactsmodel.h"
#include "listedcontacts.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestContactsModel : public QObject
{
    Q_OBJECT

    static QStringList ids(const ContactsModel& model)
    {
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row) {
            ids << model.index(row).data(ContactsModel::IdRole).toString();
        }
        return ids;
    }

    static QStringList ids(const ContactList& list)
    {
        QStringList ids;
        for (const ListedContactPtr& contact : list.rows()) {
            ids << contact->entry.id;
        }
        return ids;
    }

private slots:
    void standsInTheOrderOfNamesWithoutAccents()
    {
        ContactsModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.refresh(ContactList({ listed(u"1"_s, u"Zoe"_s), listed(u"2"_s, u"Đào"_s),
                                    listed(u"3"_s, u"Anh"_s, true), listed(u"4"_s, u"Ánh"_s) }));
        QCOMPARE(ids(model), (QStringList { u"3"_s, u"4"_s, u"2"_s, u"1"_s }));
        QCOMPARE(model.index(0).data(ContactsModel::IsGroupRole).toBool(), true);
        QCOMPARE(model.rowOf(u"3"_s, true), 0);
        QCOMPARE(model.rowOf(u"3"_s, false), -1);
    }

    void marksTheSameNames()
    {
        ContactsModel model;
        const auto duplicates = [&model] {
            QStringList marked;
            for (int row = 0; row < model.rowCount(); ++row) {
                if (model.index(row).data(ContactsModel::HasDuplicateNameRole).toBool()) {
                    marked << model.index(row).data(ContactsModel::IdRole).toString();
                }
            }
            return marked;
        };
        const auto hoa1 = listed(u"1"_s, u"Hoa"_s);
        const auto hoa2 = listed(u"2"_s, u"Hoa"_s, true);
        const auto other = listed(u"3"_s, u"Hóa"_s);
        model.refresh(ContactList({ hoa1, hoa2, other }));
        QCOMPARE(duplicates(), (QStringList { u"1"_s, u"2"_s }));

        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.refresh(ContactList({ listed(u"1"_s, u"Hoa"_s), listed(u"3"_s, u"Hóa"_s) }));
        QCOMPARE(duplicates(), QStringList());
        QCOMPARE(changed.size(), 1);
    }

    void aRefreshKeepsWhatStays()
    {
        ContactsModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.refresh(ContactList({ listed(u"1"_s, u"Anh"_s), listed(u"2"_s, u"Bình"_s) }));
        const QPersistentModelIndex held = model.index(1);
        model.refresh(ContactList({ listed(u"5"_s, u"An"_s), listed(u"6"_s, u"Ba"_s),
                                    listed(u"2"_s, u"Bình"_s, false, u"Alias"_s),
                                    listed(u"7"_s, u"Cúc"_s) }));
        QVERIFY(held.isValid());
        QCOMPARE(held.row(), 2);
        QCOMPARE(held.data(ContactsModel::IdRole).toString(), u"2"_s);
        QCOMPARE(held.data(ContactsModel::AliasRole).toString(), u"Alias"_s);
        QCOMPARE(reset.size(), 0);
    }

    void theSameListChangesNothing()
    {
        QRandomGenerator random(7);
        ContactsModel model;
        model.refresh(randomList(random, 50));
        QRandomGenerator again(7);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.refresh(randomList(again, 50));
        QCOMPARE(inserted.size() + removed.size() + changed.size(), 0);
    }

    void staysRightOverRandomChanges()
    {
        QRandomGenerator random(20260101);
        ContactsModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (int round = 0; round < 60; ++round) {
            const ContactList list = randomList(random, round % 10 == 0 ? 0 : 40);
            model.refresh(list);
            QCOMPARE(ids(model), ids(list));
            for (int row = 0; row < model.rowCount(); ++row) {
                QCOMPARE(model.at(row), *list.rows().at(row));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestContactsModel)
#include "tst_contactsmodel.moc"
