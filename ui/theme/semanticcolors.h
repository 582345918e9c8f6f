// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>

class QPalette;

namespace zalo {

//! What a colour says; a shape or a word always says it too.
enum class SemanticColor
{
    Success,
    Progress, //!< it gets there by itself
    Warning, //!< a person is needed
    Error,
    Muted
};

//! True where text is lighter than what it stands on.
[[nodiscard]] bool isDark(const QPalette& palette);

//! `color` on a window of this palette: readable as text (4.5 to 1) in light and dark.
[[nodiscard]] QColor semanticColor(SemanticColor color, const QPalette& palette);

//! Text of less weight, still readable (4.5 to 1).
[[nodiscard]] QColor mutedTextColor(const QPalette& palette);

//! A thin line or border.
[[nodiscard]] QColor hairline(const QPalette& palette);

} // namespace zalo
