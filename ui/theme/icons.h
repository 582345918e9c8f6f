// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QIcon>

namespace zalo {

//! One of our pictures (`resources/icons/<name>.svg`) as an icon: its `currentColor` becomes
//! `color`, or `chosen` in a row that is selected. Sharp at every size, and drawn when it is seen.
[[nodiscard]] QIcon tintedIcon(const QString& name, const QColor& color, const QColor& chosen = {});

//! The same as a picture of `size` at this device pixel ratio.
[[nodiscard]] QPixmap tintedPixmap(const QString& name, const QColor& color, QSize size,
                                   qreal ratio);

//! The program's own icon.
[[nodiscard]] QIcon programIcon();

} // namespace zalo
