// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/groupmembersmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

namespace {

MemberWithRole member(int id, const QString& name, MemberRole role = MemberRole::Member)
{
    return { { QString::number(id), name, {}, {} }, role };
}

QString shown(const GroupMembersModel& model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row) {
        ids << model.index(row).data(GroupMembersModel::IdRole).toString();
    }
    return ids.join(u' ');
}

} // namespace

class TestGroupMembersModel : public QObject
{
    Q_OBJECT

private slots:
    void ownerAndDeputiesComeFirst()
    {
        GroupMembersModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.refresh({ member(1, u"Bình"_s), member(2, u"Ánh"_s),
                        member(3, u"Zoe"_s, MemberRole::Creator),
                        member(4, u"Đào"_s, MemberRole::Admin) });
        QCOMPARE(shown(model), u"3 4 2 1"_s);
        QVERIFY(!model.index(0).data(GroupMembersModel::RoleTextRole).toString().isEmpty());
        QVERIFY(model.index(2).data(GroupMembersModel::RoleTextRole).toString().isEmpty());
    }

    void staysRightOverRandomChanges()
    {
        QRandomGenerator random(20260103);
        GroupMembersModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        for (int round = 0; round < 40; ++round) {
            QList<MemberWithRole> members;
            for (int id = 0; id < 40; ++id) {
                if (random.bounded(3) > 0) {
                    members << member(id, u"N%1"_s.arg(id % 5), MemberRole(random.bounded(3)));
                }
            }
            model.refresh(members);
            GroupMembersModel fresh;
            fresh.refresh(members);
            QCOMPARE(shown(model), shown(fresh));
        }
        QCOMPARE(reset.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestGroupMembersModel)
#include "tst_groupmembersmodel.moc"
