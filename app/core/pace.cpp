// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/pace.h"

#include <algorithm>

namespace zalo {

Pace::Pace(int burst, int perSecond)
    : m_interval(Clock::duration(std::chrono::seconds(1)) / perSecond),
      m_ahead(m_interval * (burst - 1))
{ }

bool Pace::take(Clock::time_point now)
{
    if (wait(now).count() > 0) {
        return false;
    }
    m_next = std::max(m_next, now) + m_interval;
    return true;
}

std::chrono::milliseconds Pace::wait(Clock::time_point now) const
{
    const Clock::duration left = m_next - m_ahead - now;
    return std::chrono::ceil<std::chrono::milliseconds>(std::max(left, Clock::duration::zero()));
}

} // namespace zalo
