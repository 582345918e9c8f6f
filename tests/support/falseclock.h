// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"

namespace zalo::test {

//! A clock that the test moves. It outlives the clocks that it gives.
class FalseClock
{
public:
    //! Runs on from the real time.
    FalseClock() = default;
    //! Stands still at this wall time until it is moved.
    explicit FalseClock(qint64 nowMs);

    [[nodiscard]] Clock clock() const;
    [[nodiscard]] qint64 nowMs() const { return m_base.nowMs() + m_wallMs; }

    //! So many milliseconds pass. The steady clock misses those asleep.
    void pass(qint64 awakeMs, qint64 asleepMs = 0);
    //! From now on a millisecond passes between any two looks at the steady clock: what is decided
    //! by two of them sees two times.
    void passAtEachLook() { m_lookMs = 1; }
    //! Somebody sets the wall clock; no time passes.
    void setWallClock(qint64 nowMs);
    //! Whether a time server keeps the wall clock right; at first it does.
    void setSynced(bool synced) { m_isSynced = synced; }
    //! The machine starts anew.
    void reboot();

private:
    Clock m_base;
    qint64 m_wallMs = 0;
    qint64 m_steadyMs = 0;
    qint64 m_bootMs = 0;
    qint64 m_lookMs = 0;
    mutable qint64 m_lookedMs = 0; //!< what all looks took so far
    int m_boots = 1;
    bool m_isSynced = true;
};

} // namespace zalo::test
