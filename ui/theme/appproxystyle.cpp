// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/theme/appproxystyle.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int ButtonMargin = 16;
constexpr int EdgeAlpha =
    140; //!< of the text colour: a contrast of at least 3:1 on both backgrounds

} // namespace

AppProxyStyle::AppProxyStyle()
    : QProxyStyle(u"fusion"_s)
{ }

int AppProxyStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                               const QWidget* widget) const
{
    return metric == PM_ButtonMargin ? ButtonMargin
                                     : QProxyStyle::pixelMetric(metric, option, widget);
}

void AppProxyStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                  QPainter* painter, const QWidget* widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isFocused = option->state & State_HasFocus;
    if (element == PE_IndicatorCheckBox || (element == PE_PanelLineEdit && !isFocused)) {
        QColor edge = option->palette.color(QPalette::WindowText);
        edge.setAlpha(EdgeAlpha);
        painter->save();
        painter->setPen(edge);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
    }
}

} // namespace zalo
