// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo {

//! What somebody else wrote (a name, a version, a reason), for one line of a terminal, of the log
//! or among the program's own words: line ends and other space as single spaces, none at the ends;
//! without control characters, so that it steers no terminal; without marks of direction and other
//! format characters, so that it turns no words around it, but with those that join letters and
//! emoji (U+200C, U+200D). Empty where nothing of it would be seen.
[[nodiscard]] QString singleLine(const QString& text);

//! What somebody else wrote, of several lines: control characters that are neither line end nor tab
//! give way to spaces, one for one, so that positions in it stay true.
[[nodiscard]] QString withoutControls(const QString& text);

} // namespace zalo
