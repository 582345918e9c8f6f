// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QProxyStyle>

namespace zalo {

//! Qt's own style for desktops without a style of theirs: with room around the text of buttons,
//! and with boxes whose edge is seen on a dark ground too.
class AppProxyStyle : public QProxyStyle
{
    Q_OBJECT

public:
    AppProxyStyle();

    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                  const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
};

} // namespace zalo
