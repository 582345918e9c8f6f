// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>

#include <chrono>
#include <sys/types.h>

namespace zalo {

//! How long a process waits for the refusal of what it showed: the longer, the more of its tries
//! failed. Whoever is right is answered at once, also in between.
class RefusalPauses
{
public:
    using ms = std::chrono::milliseconds;
    using Clock = std::chrono::steady_clock;

    static constexpr int Doublings = 3;
    static constexpr int Forgotten = 60; //!< first pauses without a failure, and all is forgotten
    static constexpr int MaxProcesses = 256;

    //! `first`: the pause after the first failure; it doubles up to eight times as long.
    explicit RefusalPauses(ms first);

    //! Counts a failure of `process`: the pause before it is told.
    [[nodiscard]] ms next(pid_t process, Clock::time_point now = Clock::now());

private:
    struct Failures
    {
        int count = 0;
        Clock::time_point last;
    };

    ms m_first;
    QHash<pid_t, Failures> m_failures;
};

} // namespace zalo
