// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/sortedmerge.h"

#include <QAbstractListModel>
#include <QList>

#include <algorithm>

namespace zalo {

//! A list model over sorted rows: another state of them comes as insertions, removals and changes,
//! so that views keep their selection and their place.
template <typename Row> class SortedListModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

protected:
    //! Brings the rows to `next`; `before` and `same` as mergeSorted().
    template <typename Before, typename Same>
    void mergeRows(const QList<Row>& next, Before before, Same same)
    {
        mergeSorted(
            m_rows, next, before, same,
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

    QList<Row> m_rows;
};

} // namespace zalo
