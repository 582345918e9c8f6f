// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QFile>
#include <QString>

#include <chrono>
#include <ctime>
#include <functional>
#include <sys/timex.h>

namespace zalo {

//! An instant by the wall clock, and by a clock that nobody sets.
struct Moment
{
    //! Without `bootId` it is known by the wall clock alone.
    // NOLINTNEXTLINE(google-explicit-constructor): a time is a moment
    Moment(qint64 wall = 0, qint64 boot = 0, QString id = {})
        : ms(wall),
          bootMs(boot),
          bootId(std::move(id))
    { }

    qint64 ms; //!< since 1970 UTC
    qint64 bootMs; //!< since the machine's start, sleep counted
    QString bootId; //!< which start that was
};

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

    //! Names this start of the machine, in which bootMs can be compared; empty: not known.
    std::function<QString()> bootId = [] {
        static const QString id = [] {
            QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
            return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readLine(64)).trimmed()
                                                  : QString();
        }();
        return id;
    };

    //! A time server keeps nowMs right, as the kernel was told (adjtimex(2)). Setting the clock by
    //! hand makes it false.
    std::function<bool()> isSynced = [] {
        timex state {};
        return ::adjtimex(&state) != TIME_ERROR && (state.status & STA_UNSYNC) == 0;
    };

    //! The instant in which the wall clock showed `wallMs`, just now.
    [[nodiscard]] Moment moment(qint64 wallMs) const { return { wallMs, bootMs(), bootId() }; }
};

} // namespace zalo
