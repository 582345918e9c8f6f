// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <chrono>
#include <functional>

namespace zalo {

//! How fast one account may send.
struct SendPace
{
    std::chrono::milliseconds interval { 3'000 }; //!< on average from one message to the next
    int burst = 5; //!< so many may follow each other at once after a quiet time
    double spread = 0.5; //!< share of the interval by which each one differs, 0 to 1
};

//! The rhythm of one account's messages, without a rhythm that a machine would be known by: after
//! a quiet time some go at once, then one an interval, and no two intervals are alike. Times are
//! Clock::steadyMs.
class SendPacer
{
public:
    using Random = std::function<double()>; //!< at least 0, below 1

    //! `random`: the system's where it is empty.
    explicit SendPacer(SendPace pace, Random random = {});

    //! Counts at once, also for what went shortly before.
    void setInterval(std::chrono::milliseconds interval, qint64 nowMs);

    //! From when on the next message may go; it may be past.
    [[nodiscard]] qint64 nextAt() const;
    //! A message goes now.
    void take(qint64 nowMs);

private:
    SendPace m_pace;
    Random m_random;
    qint64 m_paidUntil = 0; //!< each message moves it on by one interval
};

} // namespace zalo
