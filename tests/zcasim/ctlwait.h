// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <functional>

namespace zalo::sim {

//! Waits until a condition holds, looking again whenever something in `folder` changes; false if
//! `seconds` went by.
[[nodiscard]] bool waitUntil(const QString& folder, int seconds,
                             const std::function<bool()>& condition);

} // namespace zalo::sim
