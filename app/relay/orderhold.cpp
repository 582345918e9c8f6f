// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/orderhold.h"

#include <algorithm>

namespace zalo {

OrderHold::OrderHold(std::chrono::milliseconds quiet, std::chrono::milliseconds longest,
                     Clock clock)
    : m_quietMs(quiet.count()),
      m_longestMs(longest.count()),
      m_clock(std::move(clock))
{ }

qint64 OrderHold::untilMs(const InboundRow& row) const
{
    const auto lastLine = m_lastLineMs.constFind({ row.profile, row.account, row.thread });
    if (lastLine == m_lastLineMs.constEnd()) {
        return 0;
    }
    // The arrival is stored by the wall clock, which may have been set meanwhile.
    const qint64 age = std::clamp<qint64>(m_clock.nowMs() - row.receivedMs, 0, m_longestMs);
    return std::min(m_clock.steadyMs() - age + m_longestMs, *lastLine + m_quietMs);
}

void OrderHold::trim()
{
    const qint64 quietSince = m_clock.steadyMs() - m_quietMs;
    m_lastLineMs.removeIf([quietSince](const auto& entry) { return *entry < quietSince; });
}

} // namespace zalo
