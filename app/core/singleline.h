// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo {

// What somebody else wrote, made safe for whoever reads it: here and nowhere else.

//! UTF-16 units of a name that is kept and shown. Zalo's own bound is 40 letters for a person.
inline constexpr qsizetype MaxNameUnits = 120;

//! A name of a person, a group, a Gateway: singleLine(), and of a bounded length; what was cut off
//! is an ellipsis.
[[nodiscard]] QString foreignName(const QString& text);

//! A version, a reason, a text of which one line is shown, for one line of a terminal, of the log
//! or among the program's own words: line ends and other space as single spaces, none at the ends;
//! without control characters, so that it steers no terminal; without marks of direction and other
//! format characters, so that it turns no words around it, but with those that join letters and
//! emoji (U+200C, U+200D); with a few accents on one letter, not with a tower of them. Empty where
//! nothing of it would be seen.
[[nodiscard]] QString singleLine(const QString& text);

//! A text of several lines that is shown to a person, in a window or on a terminal: as singleLine()
//! but with its line ends and its spaces; a tab is a space.
[[nodiscard]] QString shownLines(const QString& text);

//! A text that is passed on, not shown: control characters that are neither line end nor tab give
//! way to spaces, one for one, so that positions in it stay true.
[[nodiscard]] QString withoutControls(const QString& text);

} // namespace zalo
