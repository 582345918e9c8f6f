// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QSortFilterProxyModel>

namespace zalo {

//! A list model with its rows the other way round. It reads nothing on by itself: its end is always
//! in sight, while older rows are wanted at its beginning.
class OldestFirst : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit OldestFirst(QAbstractItemModel* newestFirst, QObject* parent = nullptr);

    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;

protected:
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

} // namespace zalo
