// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo::sim {

//! The text that is left when the marks of `msg send` without --raw have become styles (ZCA.md 6).
[[nodiscard]] QString stripMarkup(const QString& text);

} // namespace zalo::sim
