// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QIcon>

namespace zalo {

//! The icon `resources/icons/<name>.svg` with its `currentColor` replaced by `color`, or by
//! `chosen` in a selected row. Rendered on demand, sharp at every size.
[[nodiscard]] QIcon tintedIcon(const QString& name, const QColor& color, const QColor& chosen = {});

//! The same as a pixmap of `size` at this device pixel ratio.
[[nodiscard]] QPixmap tintedPixmap(const QString& name, const QColor& color, QSize size,
                                   qreal ratio);

//! The program's own icon.
[[nodiscard]] QIcon programIcon();

} // namespace zalo
