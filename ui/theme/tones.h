// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>

class QPalette;

namespace zalo {

//! What a colour says; a shape or a word always says it too.
enum class Tone
{
    Good,
    Busy,
    Attention,
    Bad,
    Quiet
};

//! True where text is lighter than what it stands on.
[[nodiscard]] bool isDark(const QPalette& palette);

//! The tone's colour on a window of this palette: readable as text (4.5 to 1) in light and dark.
[[nodiscard]] QColor toneColor(Tone tone, const QPalette& palette);

//! Text of less weight, still readable (4.5 to 1).
[[nodiscard]] QColor quietText(const QPalette& palette);

//! A thin line or border.
[[nodiscard]] QColor hairline(const QPalette& palette);

} // namespace zalo
