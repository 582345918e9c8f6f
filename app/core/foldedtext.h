// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo {

//! `text` as the search compares it: decomposed (NFKD), without accents, lower case, đ as d, and
//! white space as single spaces.
[[nodiscard]] QString foldedText(const QString& text);

} // namespace zalo
