// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "activity/oldestfirst.h"

namespace zalo {

OldestFirst::OldestFirst(QAbstractItemModel* newestFirst, QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSourceModel(newestFirst);
    sort(0);
}

bool OldestFirst::canFetchMore(const QModelIndex&) const
{
    return false;
}

bool OldestFirst::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    return left.row() > right.row();
}

} // namespace zalo
