// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "activity/activitytext.h"
#include "ui/widgets/dayheader.h"

#include <QHash>
#include <QStyledItemDelegate>

namespace zalo {

class ActivityModel;

//! The time span of a connection gap.
[[nodiscard]] QString activitySpan(qint64 fromMs, qint64 toMs);

//! Paints the rows of the activity: direction, name and account, time, text, state with its mark;
//! gaps as a coloured band; each day above its newest row.
class ActivityDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ActivityDelegate(const ActivityModel& model, QObject* parent = nullptr);

    void setTextDisplay(TextDisplay display) { m_display = display; }
    //! The names of accounts by their profiles; empty where there is one account only.
    void setAccounts(const QHash<QString, QString>& names) { m_accounts = names; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

private:
    [[nodiscard]] bool startsDay(const QModelIndex& index) const;

    const ActivityModel& m_model;
    TextDisplay m_display = TextDisplay::Shown;
    QHash<QString, QString> m_accounts;
    mutable LocalDays m_days;
};

} // namespace zalo
