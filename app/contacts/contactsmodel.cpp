// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/contactsmodel.h"

#include <algorithm>

namespace zalo {
namespace {

constexpr int MaxSteps = 2000; // each moves what stands behind it, and views follow each

//! How many runs of rows come or go between two sorted lists.
int stepsBetween(const QList<ListedContactPtr>& rows, const QList<ListedContactPtr>& next)
{
    int steps = 0;
    int last = 0;
    for (qsizetype row = 0, from = 0; row < rows.size() || from < next.size();) {
        const bool isGone = row < rows.size()
            && (from == next.size() || contactBefore(rows.at(row), next.at(from)));
        const bool isNew =
            !isGone && (row == rows.size() || contactBefore(next.at(from), rows.at(row)));
        const int kind = isGone ? -1 : isNew ? 1 : 0;
        steps += kind != 0 && kind != last ? 1 : 0;
        last = kind;
        row += isNew ? 0 : 1;
        from += isGone ? 0 : 1;
    }
    return steps;
}

} // namespace

QVariant ContactsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ListedContact& contact = at(index.row());
    const ContactEntry& entry = contact.entry;
    switch (role) {
    case Qt::DisplayRole:
        return entry.name;
    case Qt::AccessibleTextRole: {
        const QString what = contact.isGroup ? tr("%1, group").arg(entry.name) : entry.name;
        return contact.hasDuplicateName ? tr("%1, the same name as another contact").arg(what)
                                        : what;
    }
    case IdRole:
        return entry.id;
    case AliasRole:
        return entry.zaloName == entry.name ? QString() : entry.zaloName;
    case UsernameRole:
        return entry.username;
    case PhoneRole:
        return entry.phoneNumber;
    case AvatarRole:
        return entry.avatar;
    case IsGroupRole:
        return contact.isGroup;
    case MemberCountRole:
        return entry.memberCount;
    case IsBlockedRole:
        return entry.isBlocked;
    case HasDuplicateNameRole:
        return contact.hasDuplicateName;
    default:
        return {};
    }
}

QHash<int, QByteArray> ContactsModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert({ { IdRole, "id" },
                   { AliasRole, "alias" },
                   { UsernameRole, "username" },
                   { PhoneRole, "phone" },
                   { AvatarRole, "avatar" },
                   { IsGroupRole, "isGroup" },
                   { MemberCountRole, "memberCount" },
                   { IsBlockedRole, "isBlocked" },
                   { HasDuplicateNameRole, "hasDuplicateName" } });
    return names;
}

void ContactsModel::refresh(const ContactList& list)
{
    const QList<ListedContactPtr>& next = list.rows();
    if (stepsBetween(m_rows, next) > MaxSteps) {
        beginResetModel();
        m_rows = next;
        m_index = list.index();
        endResetModel();
        return;
    }
    mergeRows(next, contactBefore, [](const auto& a, const auto& b) { return *a == *b; });
    m_index = list.index();
}

int ContactsModel::rowOf(const QString& id, bool isGroup) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const auto& contact) {
        return contact->isGroup == isGroup && contact->entry.id == id;
    });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

} // namespace zalo
