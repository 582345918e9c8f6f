// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/rowpainting.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>

namespace zalo {

QFont smallFont(const QFont& font)
{
    QFont small(font);
    if (font.pointSizeF() > 0) {
        small.setPointSizeF(font.pointSizeF() * 0.9);
    } else {
        small.setPixelSize(font.pixelSize() * 9 / 10);
    }
    return small;
}

void paintRowGround(QPainter* painter, const QStyleOptionViewItem& option)
{
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
}

int lineWidth(const QFont& font, const QString& text)
{
    // The advance is rounded, and glyphs may exceed it.
    return text.isEmpty() ? 0 : QFontMetrics(font).horizontalAdvance(text) + 3;
}

int paintLine(QPainter* painter, const QRect& rect, const QFont& font, const QColor& color,
              const QString& text, Qt::Alignment alignment)
{
    const QFontMetrics metrics(font);
    const QString elided = metrics.elidedText(text, Qt::ElideRight, rect.width());
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(rect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, elided);
    return lineWidth(font, elided);
}

int paintTag(QPainter* painter, const QRect& rect, const QFont& font, const QColor& color,
             const QString& text)
{
    const QFontMetrics metrics(font);
    const int padding = metrics.height() / 2;
    const int width = std::min(lineWidth(font, text) + 2 * padding, rect.width() / 2);
    const int height = metrics.height() + 4;
    const QRect tag(rect.right() - width + 1, rect.center().y() - height / 2, width, height);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor frame(color);
    frame.setAlphaF(0.45F);
    painter->setPen(frame);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(tag).adjusted(0.5, 0.5, -0.5, -0.5), height / 2.0,
                             height / 2.0);
    painter->restore();
    paintLine(painter, tag.adjusted(padding, 0, -padding, 0), font, color, text, Qt::AlignHCenter);
    return width;
}

} // namespace zalo
