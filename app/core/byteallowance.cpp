// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/byteallowance.h"

#include <algorithm>

namespace zalo {

ByteAllowance::ByteAllowance(qint64 burst, qint64 perSecond)
    : m_burst(burst),
      m_perSecond(perSecond),
      m_left(burst)
{ }

bool ByteAllowance::take(qint64 bytes, Clock::time_point now)
{
    if (m_counted != Clock::time_point()) {
        const std::chrono::duration<double> passed = now - m_counted;
        const double grown = double(m_left) + passed.count() * double(m_perSecond);
        m_left = qint64(std::min(grown, double(m_burst)));
    }
    m_counted = now;
    const bool isLeft = bytes <= m_left;
    m_left = isLeft ? m_left - bytes : 0;
    return isLeft;
}

} // namespace zalo
