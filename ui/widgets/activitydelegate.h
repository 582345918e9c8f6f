// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

namespace zalo {

class ActivityModel;

//! The time span of a connection gap.
[[nodiscard]] QString activitySpan(qint64 fromMs, qint64 toMs);

//! Paints the rows of the activity: direction and name, time, text, state with its mark; gaps as a
//! coloured band.
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
