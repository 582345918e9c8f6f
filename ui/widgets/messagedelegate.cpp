// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/messagedelegate.h"

#include "core/singleline.h"
#include "ui/theme/semanticcolors.h"
#include "ui/widgets/activitymarks.h"
#include "ui/widgets/rowpainting.h"

#include <QAbstractItemView>
#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr int Margin = 12; // between bubble and border
constexpr int Padding = 9; // within a bubble
constexpr int Between = 3; // above and below a bubble
constexpr int Corner = 10;
constexpr int MaxLines = 12; // the rest is in the list of all messages
constexpr qsizetype MaxSizes = 20'000; // of messages; those of earlier conversations go
constexpr qsizetype MaxLaidOut = 1'200; // UTF-16 units: no more fits

bool isOurs(const ActivityItem& item)
{
    return item.kind == ActivityItem::Kind::Outbound || item.state == ActivityState::Own;
}

QString senderOf(const ActivityItem& item)
{
    return item.thread.isGroup && !isOurs(item) && item.text ? singleLine(item.text->senderName)
                                                             : QString();
}

int rowWidth(const QStyleOptionViewItem& option)
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

int textWidth(int rowWidth)
{
    return std::max(80, rowWidth * 7 / 10 - 2 * Padding);
}

//! Lays `text` out in lines of `width`, at most MaxLines; gives the size.
QSize layOut(QTextLayout& layout, int width)
{
    layout.beginLayout();
    qreal height = 0;
    qreal widest = 0;
    for (int count = 0; count < MaxLines; ++count) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) {
            break;
        }
        line.setLineWidth(width);
        line.setPosition({ 0, height });
        height += line.height();
        widest = std::max(widest, line.naturalTextWidth());
    }
    layout.endLayout();
    return { int(std::ceil(widest)), int(std::ceil(height)) };
}

QString laidOut(QString text)
{
    text.truncate(MaxLaidOut);
    text.replace(u'\n', QChar::LineSeparator);
    return text;
}

QColor bubbleColor(const QPalette& palette, bool ours)
{
    QColor color = palette.color(ours ? QPalette::Highlight : QPalette::Text);
    color.setAlphaF(ours ? 0.16F : 0.07F);
    return color;
}

} // namespace

MessageDelegate::MessageDelegate(Read read, QObject* parent)
    : QStyledItemDelegate(parent),
      m_read(std::move(read))
{ }

void MessageDelegate::setTextDisplay(TextDisplay display)
{
    m_display = display;
    m_sizes.clear();
}

bool MessageDelegate::startsDay(const QModelIndex& index) const
{
    return index.row() == 0
        || !m_days.areSame(m_read(index.siblingAtRow(index.row() - 1)).timeMs,
                           m_read(index).timeMs);
}

QString MessageDelegate::textOf(const ActivityItem& item) const
{
    const QString body = item.text ? shownLines(item.text->body) : QString();
    const bool isPlain = m_display == TextDisplay::Shown && item.text
        && item.text->medium == ActivityMedium::None && !body.isEmpty();
    return isPlain ? body : activitySummary(item, m_display);
}

QSize MessageDelegate::textSize(const QStyleOptionViewItem& option, const ActivityItem& item) const
{
    const int width = textWidth(rowWidth(option));
    if (width != m_sizesWidth || option.font != m_sizesFont || m_sizes.size() > MaxSizes) {
        m_sizes.clear();
        m_sizesWidth = width;
        m_sizesFont = option.font;
    }
    const std::pair<int, qint64> key(int(item.kind), item.id);
    if (const auto known = m_sizes.constFind(key); known != m_sizes.cend()) {
        return *known;
    }
    QTextLayout layout(laidOut(textOf(item)), option.font);
    const QSize size = layOut(layout, width);
    m_sizes.insert(key, size);
    return size;
}

void MessageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const ActivityItem& item = m_read(index);
    QStyleOptionViewItem row(option);
    initStyleOption(&row, index);
    QRect area = row.rect;
    if (startsDay(index)) {
        paintDayHeader(painter, row, area, dayText(m_days.of(item.timeMs)));
        area.setTop(area.top() + dayHeaderHeight(row));
    }
    const bool ours = isOurs(item);
    const QFont small = smallFont(row.font);
    const QFontMetrics smallMetrics(small);
    const QString sender = senderOf(item);
    const QString state =
        QLocale().toString(QDateTime::fromMSecsSinceEpoch(item.timeMs).time(), QLocale::ShortFormat)
        + u"  "_s + activityStateText(item);
    const int glyph = smallMetrics.ascent() + 2;
    const QSize text = textSize(row, item);
    const int inner = std::min(textWidth(area.width()),
                               std::max({ text.width(), lineWidth(small, sender),
                                          glyph + Padding / 2 + lineWidth(small, state) }));
    QRect bubble(area.left() + Margin, area.top() + Between, inner + 2 * Padding,
                 area.height() - 2 * Between);
    if (ours) {
        bubble.moveRight(area.right() - Margin);
    }

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isSelected = row.state.testFlag(QStyle::State_Selected);
    painter->setPen(isSelected ? QPen(row.palette.color(QPalette::Highlight), 2) : Qt::NoPen);
    painter->setBrush(bubbleColor(row.palette, ours));
    painter->drawRoundedRect(QRectF(bubble).adjusted(1, 1, -1, -1), Corner, Corner);
    painter->restore();

    QRect content = bubble.adjusted(Padding, Padding / 2 + 2, -Padding, -Padding / 2 - 2);
    const QColor muted = mutedTextColor(row.palette);
    if (!sender.isEmpty()) {
        QFont bold(small);
        bold.setWeight(QFont::DemiBold);
        paintLine(painter,
                  QRect(content.left(), content.top(), content.width(), smallMetrics.height()),
                  bold, muted, sender);
        content.setTop(content.top() + smallMetrics.height());
    }
    QTextLayout layout(laidOut(textOf(item)), row.font);
    layOut(layout, textWidth(area.width()));
    painter->setPen(row.palette.color(QPalette::Text));
    layout.draw(painter, content.topLeft());

    const ActivityMark mark = activityMark(item);
    const QColor color = semanticColor(markColor(mark), row.palette);
    const QRect last(content.left(), content.bottom() - smallMetrics.height() + 1, content.width(),
                     smallMetrics.height());
    paintMark(painter, QRectF(last.left(), last.center().y() - glyph / 2.0 + 0.5, glyph, glyph),
              mark, color);
    paintLine(painter, last.adjusted(glyph + Padding / 2, 0, 0, 0), small, muted, state);
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ActivityItem& item = m_read(index);
    const int small = QFontMetrics(smallFont(option.font)).height();
    int height = textSize(option, item).height() + small + 2 * (Padding / 2 + 2) + 2 * Between + 2;
    if (!senderOf(item).isEmpty()) {
        height += small;
    }
    if (startsDay(index)) {
        height += dayHeaderHeight(option);
    }
    return { 160, height };
}

} // namespace zalo
