// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/contactsfiltermodel.h"

#include <algorithm>

namespace zalo {

ContactsFilterModel::ContactsFilterModel(ContactsModel* contacts, QObject* parent)
    : QAbstractProxyModel(parent),
      m_contacts(contacts)
{
    setSourceModel(contacts);
    connect(contacts, &QAbstractItemModel::modelAboutToBeReset, this,
            [this] { beginResetModel(); });
    connect(contacts, &QAbstractItemModel::modelReset, this, [this] {
        m_rows = ofKind(m_contacts->searchIndex().ranked(m_needle));
        endResetModel();
    });
    connect(contacts, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) { remove(first, last); });
    connect(contacts, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex&, int first, int last) { shift(first, first - last - 1); });
    connect(contacts, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) {
                shift(first, last - first + 1);
                add(rankedRows(first, last));
            });
    connect(contacts, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) {
                change(first.row(), last.row(), roles);
            });
    search();
}

void ContactsFilterModel::setQuery(const QString& query)
{
    const QString needle = searchNeedle(query);
    if (needle != m_needle) {
        m_needle = needle;
        search();
    }
}

void ContactsFilterModel::setKind(Kind kind)
{
    if (kind != m_kind) {
        m_kind = kind;
        search();
    }
}

QModelIndex ContactsFilterModel::index(int row, int column, const QModelIndex& parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex ContactsFilterModel::parent(const QModelIndex& /*child*/) const
{
    return {};
}

int ContactsFilterModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows[0].size() + m_rows[1].size() + m_rows[2].size());
}

int ContactsFilterModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 1;
}

QModelIndex ContactsFilterModel::mapToSource(const QModelIndex& index) const
{
    qsizetype row = index.row();
    for (const QList<int>& rows : m_rows) {
        if (index.isValid() && row < rows.size()) {
            return m_contacts->index(rows.at(row));
        }
        row -= rows.size();
    }
    return {};
}

QModelIndex ContactsFilterModel::mapFromSource(const QModelIndex& index) const
{
    qsizetype before = 0;
    for (const QList<int>& rows : m_rows) {
        const auto found = std::lower_bound(rows.cbegin(), rows.cend(), index.row());
        if (index.isValid() && found != rows.cend() && *found == index.row()) {
            return this->index(int(before + (found - rows.cbegin())), 0);
        }
        before += rows.size();
    }
    return {};
}

//! Those of `rows` that the kind lets through.
ContactsFilterModel::Ranked ContactsFilterModel::ofKind(Ranked rows) const
{
    if (m_kind != Kind::All) {
        for (QList<int>& each : rows) {
            each.removeIf([this](int row) {
                return m_contacts->at(row).isGroup != (m_kind == Kind::Groups);
            });
        }
    }
    return rows;
}

//! Of rows that the contacts' index does not know yet.
ContactsFilterModel::Ranked ContactsFilterModel::rankedRows(int first, int last) const
{
    ContactIndex index;
    for (int row = first; row <= last; ++row) {
        index.append(m_contacts->at(row).key);
    }
    Ranked rows = index.ranked(m_needle);
    for (QList<int>& each : rows) {
        for (int& row : each) {
            row += first;
        }
    }
    return ofKind(std::move(rows));
}

void ContactsFilterModel::search()
{
    Ranked rows = ofKind(m_contacts->searchIndex().ranked(m_needle));
    if (rows != m_rows) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
}

//! Adds rows that stand next to each other in the contacts, and so in each rank.
void ContactsFilterModel::add(const Ranked& rows)
{
    qsizetype before = 0;
    for (size_t rank = 0; rank < rows.size(); ++rank) {
        QList<int>& own = m_rows[rank];
        const QList<int>& added = rows[rank];
        if (!added.isEmpty()) {
            const auto at =
                std::lower_bound(own.cbegin(), own.cend(), added.first()) - own.cbegin();
            beginInsertRows({}, int(before + at), int(before + at + added.size() - 1));
            own.insert(at, added.size(), 0);
            std::copy(added.cbegin(), added.cend(), own.begin() + at);
            endInsertRows();
        }
        before += own.size();
    }
}

void ContactsFilterModel::remove(int first, int last)
{
    qsizetype before = 0;
    for (QList<int>& own : m_rows) {
        const auto from = std::lower_bound(own.cbegin(), own.cend(), first) - own.cbegin();
        const auto to = std::upper_bound(own.cbegin(), own.cend(), last) - own.cbegin();
        if (from < to) {
            beginRemoveRows({}, int(before + from), int(before + to - 1));
            own.remove(from, to - from);
            endRemoveRows();
        }
        before += own.size();
    }
}

//! Follows the contacts' row numbers from `from` on.
void ContactsFilterModel::shift(int from, int by)
{
    for (QList<int>& own : m_rows) {
        for (auto row = std::lower_bound(own.begin(), own.end(), from); row != own.end(); ++row) {
            *row += by;
        }
    }
}

void ContactsFilterModel::change(int first, int last, const QList<int>& roles)
{
    for (int row = first; row <= last; ++row) {
        const Ranked now = rankedRows(row, row);
        const QModelIndex shown = mapFromSource(m_contacts->index(row));
        const bool stays = shown.isValid()
            && std::equal(now.cbegin(), now.cend(), m_rows.cbegin(),
                          [row](const QList<int>& mine, const QList<int>& own) {
                              return mine.contains(row)
                                  == std::binary_search(own.cbegin(), own.cend(), row);
                          });
        if (stays) {
            emit dataChanged(shown, shown, roles);
        } else {
            remove(row, row);
            add(now);
        }
    }
}

} // namespace zalo
