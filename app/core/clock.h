// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>

#include <chrono>
#include <ctime>
#include <functional>

namespace zalo {

//! Where "now" comes from, so that tests can set it. Waiting goes by `steadyMs`: people and time
//! servers move the wall clock.
struct Clock
{
    //! Milliseconds since 1970 UTC, for what is stored and shown.
    std::function<qint64()> nowMs = [] { return QDateTime::currentMSecsSinceEpoch(); };

    //! Milliseconds since some start that never jump.
    std::function<qint64()> steadyMs = [] {
        using namespace std::chrono;
        return qint64(duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count());
    };

    //! As steadyMs, but it goes on while the machine sleeps.
    std::function<qint64()> bootMs = [] {
        timespec now {};
        ::clock_gettime(CLOCK_BOOTTIME, &now);
        return qint64(now.tv_sec) * 1'000 + now.tv_nsec / 1'000'000;
    };
};

} // namespace zalo
