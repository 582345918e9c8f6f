// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/sendpacer.h"

#include <QRandomGenerator>

#include <algorithm>

namespace zalo {

SendPacer::SendPacer(SendPace pace, Random random)
    : m_pace(pace),
      m_random(std::move(random))
{
    if (!m_random) {
        m_random = [] { return QRandomGenerator::global()->generateDouble(); };
    }
}

void SendPacer::setInterval(std::chrono::milliseconds interval, qint64 nowMs)
{
    const qint64 debt = std::max<qint64>(m_paidUntil - nowMs, 0);
    m_paidUntil =
        nowMs + qint64(double(debt) * (double(interval.count()) / double(m_pace.interval.count())));
    m_pace.interval = interval;
}

qint64 SendPacer::nextAt() const
{
    return m_paidUntil - qint64(m_pace.burst - 1) * m_pace.interval.count();
}

void SendPacer::take(qint64 nowMs)
{
    const double spread = (m_random() * 2 - 1) * m_pace.spread;
    const double step = double(m_pace.interval.count()) * (1 + spread);
    m_paidUntil = std::max(m_paidUntil, nowMs) + qRound64(step);
}

} // namespace zalo
