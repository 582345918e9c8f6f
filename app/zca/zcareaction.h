// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo {

//! What `msg react` takes for an emoji: Zalo's own code of that reaction. What is none of Zalo's is
//! handed on as it is, for zca to judge; empty stays empty.
[[nodiscard]] QString zcaReaction(const QString& emoji);

} // namespace zalo
