// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/retrypauses.h"

#include <algorithm>
#include <utility>

namespace zalo {

RetryPauses::RetryPauses(const Policy& policy, Clock clock)
    : m_policy(policy),
      m_clock(std::move(clock)),
      m_breaks(policy.reconnect),
      m_offline(policy.offlineRetry),
      m_login(policy.loginRetry)
{ }

void RetryPauses::connectionEnded(std::chrono::milliseconds connectedFor)
{
    const qint64 now = m_clock.steadyMs();
    m_recentBreaks.append(now);
    m_recentBreaks.removeIf([&](qint64 time) { return time <= now - m_policy.flapWindow.count(); });
    if (connectedFor >= m_policy.provenAfter && m_recentBreaks.size() <= m_policy.flapBreaks) {
        m_breaks.reset();
        m_offline.reset();
    }
}

bool RetryPauses::connectionTaken(std::chrono::milliseconds connectedFor)
{
    const bool isForGood = m_isContested && connectedFor < m_policy.takenCounts;
    m_isContested = !isForGood;
    m_leavesTime = !isForGood;
    return isForGood;
}

void RetryPauses::loginRefused(ErrorKind kind)
{
    ++m_refusals;
    m_isRateLimited = kind == ErrorKind::RateLimited;
    m_vagueRefusals = kind == ErrorKind::LoginRefused ? m_vagueRefusals + 1 : 0;
}

bool RetryPauses::isLoginDoubtful() const
{
    return m_vagueRefusals >= m_policy.loginRefusals;
}

void RetryPauses::loginAccepted()
{
    m_login.reset();
    m_refusals = 0;
    m_vagueRefusals = 0;
}

void RetryPauses::reset()
{
    loginAccepted();
    m_breaks.reset();
    m_offline.reset();
    m_recentBreaks.clear();
    m_isContested = false;
    m_leavesTime = false;
}

std::chrono::milliseconds RetryPauses::afterBreak()
{
    const auto pause = m_breaks.next();
    return std::exchange(m_leavesTime, false) ? std::max(pause, m_policy.takenRetry) : pause;
}

std::chrono::milliseconds RetryPauses::afterRefusal()
{
    const auto pause = m_login.next() + (m_isRateLimited ? m_policy.coolDown : Timing::ms { 0 });
    m_nextLogin = m_clock.steadyMs() + pause.count();
    return pause;
}

std::chrono::milliseconds RetryPauses::untilNextLogin() const
{
    return std::chrono::milliseconds(std::max<qint64>(0, m_nextLogin - m_clock.steadyMs()));
}

} // namespace zalo
