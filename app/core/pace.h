// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>

namespace zalo {

//! How often something may happen: `burst` times at once, then `perSecond` times a second.
class Pace
{
public:
    using Clock = std::chrono::steady_clock;

    Pace(int burst, int perSecond);

    //! True where it may happen now, and then it counts.
    [[nodiscard]] bool take(Clock::time_point now = Clock::now());
    //! How long until it may happen again; 0 where it may now.
    [[nodiscard]] std::chrono::milliseconds wait(Clock::time_point now = Clock::now()) const;

private:
    Clock::duration m_interval;
    Clock::duration m_ahead; //!< a burst is so far ahead of an even beat
    Clock::time_point m_next; //!< when it would happen next in an even beat
};

} // namespace zalo
