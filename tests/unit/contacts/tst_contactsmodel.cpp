// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/contactsmodel.h"
#include "listedcontacts.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

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
        model.refresh(ContactList({ listed(QStringLiteral("1"), QStringLiteral("Zoe")),
                                    listed(QStringLiteral("2"), QStringLiteral("Đào")),
                                    listed(QStringLiteral("3"), QStringLiteral("Anh"), true),
                                    listed(QStringLiteral("4"), QStringLiteral("Ánh")) }));
        QCOMPARE(ids(model),
                 (QStringList { QStringLiteral("3"), QStringLiteral("4"), QStringLiteral("2"),
                                QStringLiteral("1") }));
        QCOMPARE(model.index(0).data(ContactsModel::IsGroupRole).toBool(), true);
        QCOMPARE(model.rowOf(QStringLiteral("3"), true), 0);
        QCOMPARE(model.rowOf(QStringLiteral("3"), false), -1);
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
        const auto hoa1 = listed(QStringLiteral("1"), QStringLiteral("Hoa"));
        const auto hoa2 = listed(QStringLiteral("2"), QStringLiteral("Hoa"), true);
        const auto other = listed(QStringLiteral("3"), QStringLiteral("Hóa"));
        model.refresh(ContactList({ hoa1, hoa2, other }));
        QCOMPARE(duplicates(), (QStringList { QStringLiteral("1"), QStringLiteral("2") }));

        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.refresh(ContactList({ listed(QStringLiteral("1"), QStringLiteral("Hoa")),
                                    listed(QStringLiteral("3"), QStringLiteral("Hóa")) }));
        QCOMPARE(duplicates(), QStringList());
        QCOMPARE(changed.size(), 1);
    }

    void aRefreshKeepsWhatStays()
    {
        ContactsModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.refresh(ContactList({ listed(QStringLiteral("1"), QStringLiteral("Anh")),
                                    listed(QStringLiteral("2"), QStringLiteral("Bình")) }));
        const QPersistentModelIndex held = model.index(1);
        model.refresh(ContactList(
            { listed(QStringLiteral("5"), QStringLiteral("An")),
              listed(QStringLiteral("6"), QStringLiteral("Ba")),
              listed(QStringLiteral("2"), QStringLiteral("Bình"), false, QStringLiteral("Alias")),
              listed(QStringLiteral("7"), QStringLiteral("Cúc")) }));
        QVERIFY(held.isValid());
        QCOMPARE(held.row(), 2);
        QCOMPARE(held.data(ContactsModel::IdRole).toString(), QStringLiteral("2"));
        QCOMPARE(held.data(ContactsModel::AliasRole).toString(), QStringLiteral("Alias"));
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
