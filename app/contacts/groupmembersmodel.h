// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts/contactrows.h"
#include "core/sortedlistmodel.h"

namespace zalo {

//! A member with the key by which it is sorted.
struct SortedMember
{
    MemberWithRole value;
    QString sort;
};

//! The members of one group: who made it first, then those who lead it, then everybody by name.
class GroupMembersModel : public SortedListModel<SortedMember>
{
    Q_OBJECT

public:
    enum Role
    {
        IdRole = Qt::UserRole + 1,
        AvatarRole,
        MemberRoleRole, //!< a MemberRole as int
        RoleTextRole //!< the role in people's words; empty for a plain member
    };
    Q_ENUM(Role)

    using SortedListModel::SortedListModel;

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    //! Brings the rows to these members, in any order.
    void refresh(const QList<MemberWithRole>& members);
};

} // namespace zalo
