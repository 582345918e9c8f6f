// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace zalo::bench {

//! The process's proportional share of memory in KiB, once it has stopped changing; 0 when the
//! process is gone or never comes to rest.
[[nodiscard]] qint64 restingPss(qint64 pid);

} // namespace zalo::bench
