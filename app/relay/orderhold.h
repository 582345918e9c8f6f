// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "messagestore/relayrows.h"

#include <QHash>

#include <chrono>

namespace zalo {

//! How long a message waits because one may still come that Zalo dates before it: zca prints some
//! texts behind later ones, some milliseconds after them (ZCA.md 10).
class OrderHold
{
public:
    //! A thread without a line for `quiet` holds nothing; no message is held for more than
    //! `longest` after it came.
    OrderHold(std::chrono::milliseconds quiet, std::chrono::milliseconds longest, Clock clock);

    //! A message of this thread came.
    void onLine(const LaneKey& key) { m_lastLineMs[key] = m_clock.steadyMs(); }
    //! Until when, by Clock::steadyMs, the message is held by what has come so far; what has passed
    //! holds nothing.
    [[nodiscard]] qint64 untilMs(const InboundRow& row) const;
    //! Forgets the threads that hold nothing.
    void trim();

private:
    qint64 m_quietMs;
    qint64 m_longestMs;
    Clock m_clock;
    QHash<LaneKey, qint64> m_lastLineMs; //!< when each thread's last one came
};

} // namespace zalo
