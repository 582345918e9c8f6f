// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFont>
#include <QRect>
#include <QString>

class QPainter;
class QStyleOptionViewItem;

// Shared by the delegates of lists.
namespace zalo {

//! The font of second lines and tags.
[[nodiscard]] QFont smallFont(const QFont& font);

//! Paints selection, hover and focus of a row as the style does.
void paintRowGround(QPainter* painter, const QStyleOptionViewItem& option);

//! The width that a line needs to avoid elision.
[[nodiscard]] int lineWidth(const QFont& font, const QString& text);

//! Paints one line, elided; returns the width it took.
int paintLine(QPainter* painter, const QRect& rect, const QFont& font, const QColor& color,
              const QString& text, Qt::Alignment alignment = Qt::AlignLeft);

//! Paints a short text in a rounded frame at the right end of `rect`; returns the width it took.
int paintTag(QPainter* painter, const QRect& rect, const QFont& font, const QColor& color,
             const QString& text);

} // namespace zalo
