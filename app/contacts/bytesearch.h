// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

namespace zalo {

//! The first place of `needle` from `from` on, before `end`; nullptr where there is none. `needle`
//! is not empty. Made for many short searches: nothing is prepared for each of them.
[[nodiscard]] const char* findBytes(const char* from, const char* end, QByteArrayView needle);

} // namespace zalo
