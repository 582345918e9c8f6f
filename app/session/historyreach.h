// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/policy.h"

namespace zalo {

//! From when on the history is asked, by the wall clock, where nothing was received since
//! `sinceMs`: a margin earlier, for Zalo's clock is another one, and no further back than the
//! policy says. The wall clock may have been set back meanwhile.
[[nodiscard]] qint64 historyFromMs(qint64 sinceMs, const Clock& clock, const Policy& policy);

} // namespace zalo
