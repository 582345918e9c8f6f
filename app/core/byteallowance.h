// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <chrono>

namespace zalo {

//! How many bytes a stream may bring: `burst` at once, and `perSecond` more with time, of which no
//! more than `burst` are saved up.
class ByteAllowance
{
public:
    using Clock = std::chrono::steady_clock;

    explicit ByteAllowance(qint64 burst, qint64 perSecond = 0);

    //! Counts bytes that came. False where they were more than were left; then nothing is left.
    [[nodiscard]] bool take(qint64 bytes, Clock::time_point now = Clock::now());

private:
    qint64 m_burst;
    qint64 m_perSecond;
    qint64 m_left;
    Clock::time_point m_counted; //!< up to when m_left has grown; the epoch before the first take()
};

} // namespace zalo
