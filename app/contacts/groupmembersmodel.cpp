// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/groupmembersmodel.h"

#include "core/foldedtext.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

bool rowBefore(const SortedMember& left, const SortedMember& right)
{
    return std::tie(left.value.role, left.sort, left.value.member.userId)
        < std::tie(right.value.role, right.sort, right.value.member.userId);
}

bool sameRow(const SortedMember& left, const SortedMember& right)
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
            : QString(row.member.displayName + u", "_s + roleText(row.role));
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
    QList<SortedMember> next;
    next.reserve(members.size());
    for (const MemberWithRole& member : members) {
        next.append({ member, foldedText(member.member.displayName) });
    }
    std::sort(next.begin(), next.end(), rowBefore);
    mergeRows(next, rowBefore, sameRow);
}

} // namespace zalo
