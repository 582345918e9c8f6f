// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QProxyStyle>

namespace zalo {

//! Fusion, for desktops without a style of their own, with more padding in buttons and with edges
//! of boxes that are visible on dark backgrounds.
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
