// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>

namespace zalo {

//! Pauses between tries: doubled from `first` to `longest`, each spread by ± `jitter` so that many
//! programs do not come back at the same instant.
class Backoff
{
public:
    struct Range
    {
        std::chrono::milliseconds first;
        std::chrono::milliseconds longest;
        double jitter = 0.2; //!< share of the pause, 0 to 1
    };

    explicit Backoff(Range range);

    //! The next pause; every call counts as one more failure.
    [[nodiscard]] std::chrono::milliseconds next();

    //! Starts over at `first`, after something worked long enough.
    void reset() { m_failures = 0; }

    [[nodiscard]] int failures() const { return m_failures; }

private:
    Range m_range;
    int m_failures = 0;
};

} // namespace zalo
