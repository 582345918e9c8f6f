// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QProxyStyle>

namespace zalo {

//! Qt's own style with air around the words of buttons, for desktops without a style of theirs.
class RoomyStyle : public QProxyStyle
{
    Q_OBJECT

public:
    RoomyStyle();

    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                  const QWidget* widget) const override;
};

} // namespace zalo
