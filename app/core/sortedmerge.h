// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace zalo {

//! Turns the sorted list `rows` of a model into the sorted list `next` with as few steps as the
//! order allows, so that views keep their selection and place. The steps change `rows`:
//! `remove(first, count)`, `insert(at, first in next, count)`, `change(at, first in next, count)`.
//! `before` is the total order of both; `same` tells whether two rows of one place are equal.
template <typename List, typename Before, typename Same, typename Remove, typename Insert,
          typename Change>
void mergeSorted(const List& rows, const List& next, Before before, Same same, Remove remove,
                 Insert insert, Change change)
{
    qsizetype row = 0;
    qsizetype from = 0;
    const auto isGone = [&](qsizetype i) {
        return i < rows.size() && (from == next.size() || before(rows.at(i), next.at(from)));
    };
    const auto isNew = [&](qsizetype i) {
        return i < next.size() && (row == rows.size() || before(next.at(i), rows.at(row)));
    };
    const auto isChanged = [&](qsizetype i) {
        const qsizetype at = row + i;
        const qsizetype in = from + i;
        return at < rows.size() && in < next.size() && !before(rows.at(at), next.at(in))
            && !before(next.at(in), rows.at(at)) && !same(rows.at(at), next.at(in));
    };
    while (row < rows.size() || from < next.size()) {
        qsizetype count = 0;
        while (isGone(row + count)) {
            ++count;
        }
        if (count > 0) {
            remove(row, count);
            continue;
        }
        while (isNew(from + count)) {
            ++count;
        }
        if (count > 0) {
            insert(row, from, count);
        } else {
            while (isChanged(count)) {
                ++count;
            }
            if (count > 0) {
                change(row, from, count);
            } else {
                count = 1;
            }
        }
        row += count;
        from += count;
    }
}

} // namespace zalo
