// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts/contactlist.h"
#include "core/sortedlistmodel.h"

namespace zalo {

//! Friends and groups in the order of the browser. A refresh becomes insertions, removals and
//! changes: views keep their selection and their place. Only a wholly other list is a reset.
class ContactsModel : public SortedListModel<ListedContactPtr>
{
    Q_OBJECT

public:
    enum Role
    {
        IdRole = Qt::UserRole + 1,
        AliasRole, //!< the name the friend chose, where it differs
        UsernameRole,
        PhoneRole,
        AvatarRole,
        IsGroupRole,
        MemberCountRole,
        IsBlockedRole,
        HasDuplicateNameRole
    };
    Q_ENUM(Role)

    using SortedListModel::SortedListModel;

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    //! Brings the rows to those of `list`.
    void refresh(const ContactList& list);

    [[nodiscard]] const ListedContact& at(int row) const { return *m_rows.at(row); }
    [[nodiscard]] const ListedContactPtr& pointerAt(int row) const { return m_rows.at(row); }
    //! The row of that friend or group; -1 when there is none.
    [[nodiscard]] int rowOf(const QString& id, bool isGroup) const;
    //! The search keys of all rows; not while refresh() changes them.
    [[nodiscard]] const ContactIndex& searchIndex() const { return m_index; }

private:
    ContactIndex m_index;
};

} // namespace zalo
