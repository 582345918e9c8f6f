// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace zalo::sim {

//! The text that is left when the marks of `msg send` without --raw have become styles (ZCA.md 6).
[[nodiscard]] QString stripMarkup(const QString& text);

//! The parts of at most 2000 UTF-16 units that a text is sent in: cut after a line end, else after
//! a blank, else between two letters.
[[nodiscard]] QStringList textChunks(const QString& text);

} // namespace zalo::sim
