// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>

class QPalette;

namespace zalo {

//! The meaning of a colour, which a shape or a text always repeats.
enum class SemanticColor
{
    Success,
    Progress, //!< no action needed
    Warning, //!< the user must act
    Error,
    Muted
};

//! Whether text is lighter than its background.
[[nodiscard]] bool isDark(const QPalette& palette);

//! `color` on a window of this palette, with a contrast for text (4.5:1) in light and dark.
[[nodiscard]] QColor semanticColor(SemanticColor color, const QPalette& palette);

//! The colour of secondary text, with a contrast of 4.5:1.
[[nodiscard]] QColor mutedTextColor(const QPalette& palette);

//! A thin line or border.
[[nodiscard]] QColor hairline(const QPalette& palette);

} // namespace zalo
