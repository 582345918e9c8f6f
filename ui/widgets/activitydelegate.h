// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

namespace zalo {

class ActivityModel;

//! From when to when a gap lasted.
[[nodiscard]] QString activitySpan(qint64 fromMs, qint64 toMs);

//! Paints the rows of the activity: direction and name, time, text, state as text with its shape;
//! gaps as a band of their own.
class ActivityDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ActivityDelegate(const ActivityModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

private:
    const ActivityModel& m_model;
};

} // namespace zalo
