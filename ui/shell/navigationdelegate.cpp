// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/shell/navigationdelegate.h"

#include <QApplication>
#include <QStyleOptionFocusRect>

namespace zalo {
namespace {

constexpr int Indent = 10;

} // namespace

void NavigationDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    QStyleOptionViewItem line = option;
    initStyleOption(&line, index);
    const QStyle* style = line.widget ? line.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &line, painter, line.widget);
    line = option;
    line.rect.adjust(Indent, 0, 0, 0);
    line.state &= ~QStyle::State_HasFocus;
    QStyledItemDelegate::paint(painter, line, index);
    if (option.state & QStyle::State_HasFocus) {
        QStyleOptionFocusRect frame;
        frame.QStyleOption::operator=(option);
        frame.backgroundColor = option.palette.color(QPalette::Highlight);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &frame, painter, option.widget);
    }
}

} // namespace zalo
