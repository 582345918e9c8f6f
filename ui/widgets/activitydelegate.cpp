// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/activitydelegate.h"

#include "activity/activitymodel.h"
#include "core/timetext.h"
#include "ui/widgets/activitymarks.h"
#include "ui/widgets/rowpainting.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

namespace zalo {
namespace {

constexpr int Padding = 10;
constexpr int Gap = 8;

} // namespace

QString activitySpan(qint64 fromMs, qint64 toMs)
{
    if (toMs == 0) {
        return ActivityDelegate::tr("since %1").arg(timeText(fromMs));
    }
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(fromMs);
    const QDateTime to = QDateTime::fromMSecsSinceEpoch(toMs);
    const QString end = from.date() == to.date()
        ? QLocale().toString(to.time(), QLocale::ShortFormat)
        : timeText(toMs);
    return ActivityDelegate::tr("%1 to %2").arg(timeText(fromMs), end);
}

ActivityDelegate::ActivityDelegate(const ActivityModel& model, QObject* parent)
    : QStyledItemDelegate(parent),
      m_model(model)
{ }

bool ActivityDelegate::startsDay(const QModelIndex& index) const
{
    return index.row() == 0
        || !m_days.areSame(m_model.at(index.row() - 1).timeMs, m_model.at(index.row()).timeMs);
}

void ActivityDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const ActivityItem& item = m_model.at(index.row());
    const bool isGap = item.kind == ActivityItem::Kind::Gap;
    QStyleOptionViewItem row(option);
    initStyleOption(&row, index);
    if (startsDay(index)) {
        paintDayHeader(painter, row, row.rect, dayText(m_days.of(item.timeMs)));
        row.rect.setTop(row.rect.top() + dayHeaderHeight(row));
    }
    const bool isSelected = row.state.testFlag(QStyle::State_Selected);
    const ActivityMark mark = activityMark(item);
    const QColor text = row.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor muted = isSelected ? text : mutedTextColor(row.palette);
    const QColor color = isSelected ? text : semanticColor(markColor(mark), row.palette);
    if (isGap && !isSelected) {
        QColor band(color);
        band.setAlphaF(0.10F);
        painter->fillRect(row.rect, band);
    }
    paintRowGround(painter, row);

    const QFont small = smallFont(row.font);
    const QFontMetrics metrics(row.font);
    const QFontMetrics smallMetrics(small);
    const int glyph = smallMetrics.ascent() + 2;
    const QRect area = row.rect.adjusted(Padding, 0, -Padding, 0);
    const int height = metrics.height() + smallMetrics.height() + 3;
    QRect first(area.left(), area.center().y() - height / 2, area.width(), metrics.height());
    QRect second(area.left(), first.bottom() + 4, area.width(), smallMetrics.height());

    // First line: name and time.
    const QString when = isGap ? activitySpan(item.timeMs, item.endMs) : timeText(item.timeMs);
    const int whenWidth = paintLine(painter, first, small, muted, when, Qt::AlignRight);
    first.setRight(first.right() - whenWidth - Gap);
    QFont bold(row.font);
    bold.setWeight(QFont::DemiBold);
    if (isGap) {
        paintLine(painter, first, bold, color, activityStateText(item));
    } else {
        const QString who = item.kind == ActivityItem::Kind::Inbound
            ? tr("From %1").arg(activityThreadName(item))
            : tr("To %1").arg(activityThreadName(item));
        const int whoWidth = paintLine(painter, first, bold, text, who);
        first.setLeft(first.left() + whoWidth + Gap);
        if (first.width() > 0) {
            paintLine(painter, first, small, muted, m_accounts.value(item.profile));
        }
    }

    // Second line: text and state.
    const QString state = isGap ? QString() : activityStateText(item);
    const int stateWidth = std::min(lineWidth(small, state), second.width() / 2);
    const QRect stateRect(second.right() - stateWidth + 1, second.top(), stateWidth,
                          second.height());
    paintLine(painter, stateRect, small, color, state, Qt::AlignRight);
    const QRectF glyphRect(stateRect.left() - (isGap ? 0 : Gap / 2) - glyph,
                           second.center().y() - glyph / 2.0 + 0.5, glyph, glyph);
    paintMark(painter, glyphRect, mark, color);
    second.setRight(int(glyphRect.left()) - Gap);
    paintLine(painter, second, small, muted, activityLine(item, m_display));
}

QSize ActivityDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int lines =
        QFontMetrics(option.font).height() + QFontMetrics(smallFont(option.font)).height() + 19;
    return { 240, startsDay(index) ? lines + dayHeaderHeight(option) : lines };
}

} // namespace zalo
