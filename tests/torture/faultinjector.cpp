// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "faultinjector.h"

#include "world.h"

#include <QDateTime>

#include <csignal>

using namespace Qt::StringLiterals;

namespace zalo::torture {
namespace {

constexpr std::chrono::milliseconds SlowSync { 250 };
constexpr std::chrono::hours ClockJump { 3 };

} // namespace

FaultInjector::FaultInjector(World& world, QList<Fault> plan, QObject* parent)
    : QObject(parent),
      m_world(world),
      m_plan(std::move(plan))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FaultInjector::next);
}

void FaultInjector::start()
{
    m_startedMs = QDateTime::currentMSecsSinceEpoch();
    next();
}

void FaultInjector::next()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch() - m_startedMs;
    while (!m_plan.isEmpty() && m_plan.first().atMs <= now) {
        begin(m_plan.takeFirst());
    }
    if (!m_plan.isEmpty()) {
        m_timer.start(int(m_plan.first().atMs - now));
    }
}

void FaultInjector::endAll()
{
    m_plan.clear();
    m_timer.stop();
    const auto ends = std::exchange(m_ends, {});
    for (const auto& end : ends) {
        end();
    }
    m_world.set({}); // forgets what was set for one use and never used
}

void FaultInjector::later(int ms, std::function<void()> action)
{
    const int id = ++m_lastEnd;
    m_ends.insert(id, std::move(action));
    QTimer::singleShot(ms, this, [this, id] {
        if (const auto end = m_ends.take(id)) {
            end();
        }
    });
}

void FaultInjector::stopProcess(qint64 pid, int lengthMs)
{
    if (pid > 0) {
        ::kill(pid_t(pid), SIGSTOP);
        later(lengthMs, [pid] { ::kill(pid_t(pid), SIGCONT); });
    }
}

void FaultInjector::setFor(const QString& key, const QString& value, int lengthMs)
{
    const QString scope = value.contains(u'@') ? value.mid(value.indexOf(u'@')) : QString();
    m_world.set(key + u'=' + value);
    later(lengthMs, [this, key, scope] { m_world.set(key + u'=' + scope); });
}

void FaultInjector::setClock(std::chrono::milliseconds ahead, int lengthMs)
{
    m_world.machine().setClockAhead(ahead);
    later(lengthMs, [this] { m_world.machine().setClockAhead({}); });
}

void FaultInjector::begin(const Fault& fault)
{
    using Kind = Fault::Kind;
    const int length = fault.lengthMs;
    if (fault.kind == Kind::DiskFull && !m_world.disk.isMounted()) {
        return;
    }
    ++m_counts[faultName(fault.kind)];
    switch (fault.kind) {
    case Kind::CompanionKilled:
        emit companionDisturbed();
        m_world.killCompanion();
        later(length, [this] { m_world.startCompanion(); });
        break;
    case Kind::CompanionStopped:
        emit companionDisturbed();
        stopProcess(m_world.companionPid(), length);
        later(length, [this] { emit companionDisturbed(); });
        break;
    case Kind::ListenerKilled:
        if (const qint64 pid = m_world.listenerPid()) {
            ::kill(pid_t(pid), SIGKILL);
        }
        break;
    case Kind::ListenerStopped:
        stopProcess(m_world.listenerPid(), length);
        break;
    case Kind::ListenerSilent:
        setFor(u"heartbeat"_s, u"off"_s, length);
        break;
    case Kind::ListenerHangs:
        m_world.set(u"hang=1@listen@once"_s);
        m_world.steer({ u"drop"_s });
        break;
    case Kind::ListenerDiesMidline:
        m_world.set(u"die-midline=1@listen@once"_s);
        break;
    case Kind::GatewayKilled:
        m_world.killGateway();
        later(length, [this] { m_world.startGateway(); });
        break;
    case Kind::GatewayStopped:
        stopProcess(m_world.gatewayPid(), length);
        break;
    case Kind::NetworkOff:
        setFor(u"net"_s, u"off"_s, length);
        m_world.steer({ u"drop"_s });
        break;
    case Kind::ConnectionDropped:
        m_world.steer({ u"drop"_s });
        break;
    case Kind::Kicked3000:
        m_world.steer({ u"kick"_s, u"3000"_s });
        break;
    case Kind::Kicked3003:
        m_world.steer({ u"kick"_s, u"3003"_s });
        break;
    case Kind::Noise:
        setFor(u"noise"_s, u"1"_s, length);
        break;
    case Kind::SplitWrites:
        setFor(u"split"_s, u"1"_s, length);
        break;
    case Kind::BigLine:
        m_world.set(u"bigline=1@listen@once"_s);
        break;
    case Kind::SendHangs:
        m_world.set(u"hang=1@msg.send@once"_s);
        break;
    case Kind::SendThenHang:
        m_world.set(u"send-then-hang=1@msg.send@once"_s);
        break;
    case Kind::SendLingers:
        m_world.set(u"linger=1500@msg.send@once"_s);
        break;
    case Kind::SendDiesMidline:
        m_world.set(u"die-midline=1@msg.send@once"_s);
        break;
    case Kind::SendRefused:
        m_world.set(u"refuse=Lỗi không xác định@msg.send@once"_s);
        break;
    case Kind::NothingSent:
        m_world.set(u"nothing-sent=1@msg.send@once"_s);
        break;
    case Kind::RateLimit:
        m_world.set(u"rate-limit=1@msg.send@once"_s);
        break;
    case Kind::SlowZca:
        setFor(u"slow"_s, u"600@msg.send"_s, length);
        break;
    case Kind::DiskFull:
        m_world.disk.fill();
        later(length, [this] { m_world.disk.empty(); });
        break;
    case Kind::DiskSlow:
        m_world.machine().setSyncDelay(SlowSync);
        later(length, [this] { m_world.machine().setSyncDelay({}); });
        break;
    case Kind::ClockAhead:
        setClock(ClockJump, length);
        break;
    case Kind::ClockBehind:
        setClock(-ClockJump, length);
        break;
    case Kind::Count:
        break;
    }
}

} // namespace zalo::torture
