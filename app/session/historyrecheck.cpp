// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/historyrecheck.h"

#include <algorithm>

namespace zalo {

HistoryRecheck::HistoryRecheck(const Policy& policy, Clock clock, std::function<bool()> isQuiet,
                               QObject* parent)
    : QObject(parent),
      m_policy(policy),
      m_clock(std::move(clock)),
      m_isQuiet(std::move(isQuiet)),
      m_retry(policy.historyRetry),
      m_pace(policy.historyRetry)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HistoryRecheck::onTimeout);
}

void HistoryRecheck::onWritten(qint64 ms)
{
    m_newestMs = std::max(m_newestMs, ms);
    m_isBusy = m_isBusy || isNear(ms);
}

void HistoryRecheck::onConnected(qint64 askedMs)
{
    m_askedMs = askedMs;
    m_connectedMs = m_clock.nowMs();
    m_isBusy = isNear(m_newestMs);
    const bool isSecond = std::exchange(m_isSecond, false);
    if (!isSecond) {
        m_pace.reset();
    }
    if (m_askedMs > 0 && !m_timer.isActive()) {
        m_timer.start(isSecond ? m_pace.next() : m_policy.quietMoment);
    }
}

void HistoryRecheck::retryLater()
{
    if (!std::exchange(m_mustRetry, true)) {
        m_timer.start(m_retry.next());
    }
}

void HistoryRecheck::stop()
{
    m_timer.stop();
    m_mustRetry = false;
    m_askedMs = 0;
}

void HistoryRecheck::onTimeout()
{
    if (!m_mustRetry && !m_isBusy) {
        m_askedMs = 0; // nobody was there to write in between
        return;
    }
    if (!m_isQuiet()) {
        m_timer.start(m_policy.quietMoment);
        return;
    }
    m_isSecond = true;
    m_mustRetry = false;
    emit due(m_askedMs > 0 ? m_askedMs : m_connectedMs);
}

//! Zalo's clock is another one.
bool HistoryRecheck::isNear(qint64 ms) const
{
    const qint64 margin = m_policy.historyMargin.count();
    return m_askedMs > 0 && ms >= m_askedMs - margin && ms <= m_connectedMs + margin;
}

} // namespace zalo
