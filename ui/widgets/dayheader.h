// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDate>
#include <QString>

class QPainter;
class QRect;
class QStyleOptionViewItem;

namespace zalo {

//! Which day a time is of, here. Lists ask it for every row: neighbours are mostly of one day, and
//! the calendar is asked for each day once.
class LocalDays
{
public:
    //! `ms` since 1970 UTC.
    [[nodiscard]] QDate of(qint64 ms);
    [[nodiscard]] bool areSame(qint64 left, qint64 right) { return of(left) == of(right); }

private:
    QDate m_day;
    qint64 m_fromMs = 0;
    qint64 m_toMs = 0; //!< the next day's begin
};

//! A day as people call it: today, yesterday, else its date.
[[nodiscard]] QString dayText(QDate day);

//! The height of paintDayHeader().
[[nodiscard]] int dayHeaderHeight(const QStyleOptionViewItem& option);
//! Paints the day above the first row of it, at the top of `rect`.
void paintDayHeader(QPainter* painter, const QStyleOptionViewItem& option, const QRect& rect,
                    const QString& text);

} // namespace zalo
