// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "falseclock.h"

namespace zalo::test {

FalseClock::FalseClock(qint64 nowMs)
{
    m_base.nowMs = [nowMs] { return nowMs; };
    m_base.steadyMs = [] { return qint64(5'000); };
    m_base.bootMs = [] { return qint64(9'000); }; // the machine has slept before
}

Clock FalseClock::clock() const
{
    Clock clock;
    clock.nowMs = [this] { return nowMs(); };
    clock.steadyMs = [this] { return m_base.steadyMs() + m_steadyMs + (m_lookedMs += m_lookMs); };
    clock.bootMs = [this] { return m_base.bootMs() + m_bootMs; };
    clock.bootId = [this] { return QStringLiteral("boot-%1").arg(m_boots); };
    clock.isSynced = [this] { return m_isSynced; };
    return clock;
}

void FalseClock::pass(qint64 awakeMs, qint64 asleepMs)
{
    m_wallMs += awakeMs + asleepMs;
    m_steadyMs += awakeMs;
    m_bootMs += awakeMs + asleepMs;
}

void FalseClock::setWallClock(qint64 nowMs)
{
    m_wallMs += nowMs - this->nowMs();
}

void FalseClock::reboot()
{
    ++m_boots;
    m_bootMs = 0;
}

} // namespace zalo::test
