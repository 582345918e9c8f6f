// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"

#include <QHash>

#include <chrono>

namespace zalo {

//! The pace at which what waited for a Gateway is delivered, so that it is no flood: one message an
//! interval over all threads, and one a longer interval in each. Times are Clock::steadyMs.
class BacklogPacer
{
public:
    BacklogPacer(std::chrono::milliseconds interval, std::chrono::milliseconds threadInterval);

    //! False before the next one may go, and while one is being fetched: the pace is kept to the
    //! message.
    [[nodiscard]] bool mayFetch(qint64 now) const { return m_fetches == 0 && m_nextAt <= now; }
    void beginFetch() { ++m_fetches; }
    void endFetch() { --m_fetches; }

    //! When the next message of a thread may go; it may be past.
    [[nodiscard]] qint64 nextAt(const LaneKey& key) const;
    //! When the next one of any thread may go; it may be past.
    [[nodiscard]] qint64 nextAt() const { return m_nextAt; }
    //! A message of the thread goes now.
    void take(const LaneKey& key, qint64 now);
    //! Forgets threads that nothing holds back any more.
    void trim(qint64 now);

private:
    std::chrono::milliseconds m_interval;
    std::chrono::milliseconds m_threadInterval;
    QHash<LaneKey, qint64> m_lastOf;
    qint64 m_nextAt = 0;
    int m_fetches = 0;
};

} // namespace zalo
