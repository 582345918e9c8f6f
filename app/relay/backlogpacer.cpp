// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/backlogpacer.h"

namespace zalo {

BacklogPacer::BacklogPacer(std::chrono::milliseconds interval,
                           std::chrono::milliseconds threadInterval)
    : m_interval(interval),
      m_threadInterval(threadInterval)
{ }

qint64 BacklogPacer::nextAt(const LaneKey& key) const
{
    const auto last = m_lastOf.constFind(key);
    return last == m_lastOf.cend() ? 0 : *last + m_threadInterval.count();
}

void BacklogPacer::take(const LaneKey& key, qint64 now)
{
    m_lastOf.insert(key, now);
    m_nextAt = now + m_interval.count();
}

void BacklogPacer::trim(qint64 now)
{
    const qint64 before = now - m_threadInterval.count();
    m_lastOf.removeIf([=](const auto& entry) { return entry.value() < before; });
}

} // namespace zalo
