// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/roomystyle.h"

namespace zalo {
namespace {

constexpr int ButtonMargin = 16;

} // namespace

RoomyStyle::RoomyStyle()
    : QProxyStyle(QStringLiteral("fusion"))
{ }

int RoomyStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                            const QWidget* widget) const
{
    return metric == PM_ButtonMargin ? ButtonMargin
                                     : QProxyStyle::pixelMetric(metric, option, widget);
}

} // namespace zalo
