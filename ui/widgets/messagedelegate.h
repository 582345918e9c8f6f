// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "activity/activitytext.h"
#include "ui/widgets/dayheader.h"

#include <QHash>
#include <QStyledItemDelegate>

#include <functional>

namespace zalo {

//! Paints the messages of a conversation, oldest first: what came at the left and what went at the
//! right, the sender in groups, time and state below, and each day above its first message.
class MessageDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    //! The message of a row.
    using Read = std::function<const ActivityItem&(const QModelIndex&)>;

    explicit MessageDelegate(Read read, QObject* parent = nullptr);

    void setTextDisplay(TextDisplay display);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

private:
    [[nodiscard]] bool startsDay(const QModelIndex& index) const;
    [[nodiscard]] QString textOf(const ActivityItem& item) const;
    [[nodiscard]] QSize textSize(const QStyleOptionViewItem& option,
                                 const ActivityItem& item) const;

    Read m_read;
    TextDisplay m_display = TextDisplay::Shown;
    mutable LocalDays m_days;
    //! Of texts by their messages: a view asks for all sizes whenever a row comes or goes.
    mutable QHash<std::pair<int, qint64>, QSize> m_sizes;
    mutable int m_sizesWidth = 0; //!< they are for this one
    mutable QFont m_sizesFont; //!< and this one
};

} // namespace zalo
