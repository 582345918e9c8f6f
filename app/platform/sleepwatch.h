// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/timing.h"

#include <QObject>
#include <QTimer>

namespace zalo {

//! Notices that this machine slept: the clock that goes on in a sleep is ahead of the one that
//! stands still. A wall clock that was set moves neither. Looked at from time to time, and at once
//! where logind tells of a waking.
class SleepWatch : public QObject
{
    Q_OBJECT

public:
    explicit SleepWatch(const Timing& timing, Clock clock = {}, QObject* parent = nullptr);

    //! Watches from now on. Reaches out for the system's bus; without one the clocks are enough.
    void start();

    //! Looks now.
    void check();

signals:
    //! It slept for so many milliseconds, at least Timing::sleepCounts. Once for each sleep.
    void woke(qint64 sleptMs);

private slots:
    void onPrepareForSleep(bool begins);

private:
    [[nodiscard]] qint64 sleptSinceBoot() const { return m_clock.bootMs() - m_clock.steadyMs(); }

    Timing m_timing;
    Clock m_clock;
    QTimer m_timer;
    qint64 m_slept; //!< of all sleeps that were told or were too short
};

} // namespace zalo
