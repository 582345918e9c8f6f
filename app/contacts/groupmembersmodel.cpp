// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/groupmembersmodel.h"

#include "core/foldedtext.h"
#include "core/sortedmerge.h"

#include <algorithm>
#include <tuple>

namespace zalo {
namespace {

bool rowBefore(const GroupMembersModel::Row& left, const GroupMembersModel::Row& right)
{
    return std::tie(left.value.role, left.sort, left.value.member.userId)
        < std::tie(right.value.role, right.sort, right.value.member.userId);
}

bool sameRow(const GroupMembersModel::Row& left, const GroupMembersModel::Row& right)
{
    return left.value.role == right.value.role && left.value.member == right.value.member;
}

QString roleText(MemberRole role)
{
    switch (role) {
    case MemberRole::Creator:
        return GroupMembersModel::tr("Owner");
    case MemberRole::Admin:
        return GroupMembersModel::tr("Deputy");
    case MemberRole::Member:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

int GroupMembersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant GroupMembersModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const MemberWithRole& row = m_rows.at(index.row()).value;
    switch (role) {
    case Qt::DisplayRole:
        return row.member.displayName;
    case Qt::AccessibleTextRole:
        return row.role == MemberRole::Member
            ? row.member.displayName
            : QString(row.member.displayName + QStringLiteral(", ") + roleText(row.role));
    case IdRole:
        return row.member.userId;
    case AvatarRole:
        return row.member.avatar;
    case MemberRoleRole:
        return int(row.role);
    case RoleTextRole:
        return roleText(row.role);
    default:
        return {};
    }
}

QHash<int, QByteArray> GroupMembersModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert({ { IdRole, "id" },
                   { AvatarRole, "avatar" },
                   { MemberRoleRole, "role" },
                   { RoleTextRole, "roleText" } });
    return names;
}

void GroupMembersModel::refresh(const QList<MemberWithRole>& members)
{
    QList<Row> next;
    next.reserve(members.size());
    for (const MemberWithRole& member : members) {
        next.append({ member, foldedText(member.member.displayName) });
    }
    std::sort(next.begin(), next.end(), rowBefore);
    mergeSorted(
        m_rows, next, rowBefore, sameRow,
        [this](qsizetype first, qsizetype count) {
            beginRemoveRows({}, int(first), int(first + count - 1));
            m_rows.remove(first, count);
            endRemoveRows();
        },
        [&](qsizetype at, qsizetype from, qsizetype count) {
            beginInsertRows({}, int(at), int(at + count - 1));
            m_rows.insert(at, count, Row());
            std::copy_n(next.cbegin() + from, count, m_rows.begin() + at);
            endInsertRows();
        },
        [&](qsizetype at, qsizetype from, qsizetype count) {
            std::copy_n(next.cbegin() + from, count, m_rows.begin() + at);
            emit dataChanged(index(int(at)), index(int(at + count - 1)));
        });
}

} // namespace zalo
