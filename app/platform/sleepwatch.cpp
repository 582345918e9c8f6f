// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/sleepwatch.h"

#include <QDBusConnection>

using namespace Qt::StringLiterals;

namespace zalo {

SleepWatch::SleepWatch(const Timing& timing, Clock clock, QObject* parent)
    : QObject(parent),
      m_timing(timing),
      m_clock(std::move(clock)),
      m_slept(sleptSinceBoot())
{
    m_timer.setInterval(timing.sleepCheck);
    connect(&m_timer, &QTimer::timeout, this, &SleepWatch::check);
}

void SleepWatch::start()
{
    m_timer.start();
    QDBusConnection bus = QDBusConnection::systemBus();
    if (bus.isConnected()) {
        bus.connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                    u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, this,
                    SLOT(onPrepareForSleep(bool)));
    }
}

void SleepWatch::check()
{
    const qint64 slept = sleptSinceBoot();
    const qint64 now = slept - std::exchange(m_slept, slept);
    if (now >= m_timing.sleepCounts.count()) {
        emit woke(now);
    }
}

void SleepWatch::onPrepareForSleep(bool begins)
{
    if (!begins) {
        check();
    }
}

} // namespace zalo
