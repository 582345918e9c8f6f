// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/historyreach.h"

#include <algorithm>

namespace zalo {

qint64 historyFromMs(qint64 sinceMs, const Clock& clock, const Policy& policy)
{
    const qint64 now = clock.nowMs();
    return std::max(std::min(sinceMs, now) - policy.historyMargin.count(),
                    now - policy.historyReach.count());
}

} // namespace zalo
