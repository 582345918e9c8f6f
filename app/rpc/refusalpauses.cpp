// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "rpc/refusalpauses.h"

#include <algorithm>

namespace zalo {

RefusalPauses::RefusalPauses(ms first)
    : m_first(first)
{ }

RefusalPauses::ms RefusalPauses::next(pid_t process, Clock::time_point now)
{
    m_failures.removeIf([&](const std::pair<const pid_t&, Failures&>& entry) {
        return now - entry.second.last > m_first * Forgotten;
    });
    if (m_failures.size() >= MaxProcesses && !m_failures.contains(process)) {
        m_failures.clear(); // so many processes that fail are one that makes processes
    }
    Failures& failures = m_failures[process];
    failures.last = now;
    return m_first * (1 << std::min(failures.count++, Doublings));
}

} // namespace zalo
