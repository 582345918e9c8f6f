// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo {

//! A time in milliseconds since 1970 as people read it: the time of day where it is today, else
//! date and time.
[[nodiscard]] QString timeText(qint64 ms);

} // namespace zalo
