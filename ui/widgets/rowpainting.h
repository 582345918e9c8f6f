// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFont>
#include <QRect>
#include <QString>

class QPainter;
class QStyleOptionViewItem;

// What delegates of our lists share.
namespace zalo {

//! The font of a second line or tag.
[[nodiscard]] QFont smallFont(const QFont& font);

//! Selection, hover and focus of a row, as the style paints them.
void paintRowGround(QPainter* painter, const QStyleOptionViewItem& option);

//! The width that a line needs so that nothing of it is elided.
[[nodiscard]] int lineWidth(const QFont& font, const QString& text);

//! One elided line; gives the width that it took.
int paintLine(QPainter* painter, const QRect& rect, const QFont& font, const QColor& color,
              const QString& text, Qt::Alignment alignment = Qt::AlignLeft);

//! A short word in a rounded frame at the right end of `rect`; gives the width that it took.
int paintTag(QPainter* painter, const QRect& rect, const QFont& font, const QColor& color,
             const QString& text);

} // namespace zalo
