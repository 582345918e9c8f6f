// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "faultinjector.h"

#include "world.h"

#include <QDateTime>
#include <QDir>

#include <csignal>

using namespace Qt::StringLiterals;

namespace zalo::torture {
namespace {

constexpr std::chrono::milliseconds SlowSync { 250 };
constexpr std::chrono::hours ClockJump { 3 };
constexpr std::chrono::milliseconds AmidBurst { 400 };
constexpr std::chrono::milliseconds AmidSends { 30 };
constexpr std::chrono::hours FarAhead { 7 };
constexpr std::chrono::hours FarBehind { 3 * 24 };

} // namespace

FaultInjector::FaultInjector(World& world, QList<Fault> plan, QObject* parent)
    : QObject(parent),
      m_world(world),
      m_plan(std::move(plan))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FaultInjector::next);
    defineCompanionsFaults();
    defineGatewaysFaults();
    defineZalosFaults();
    defineMachinesFaults();
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

void FaultInjector::setMood(GatewayMood mood, int lengthMs)
{
    m_world.setGatewayMood(mood);
    later(lengthMs, [this] { m_world.setGatewayMood(GatewayMood::Well); });
}

void FaultInjector::logIn(World::Person person)
{
    emit companionDisturbed();
    m_world.logIn(person);
}

void FaultInjector::set(const Fault& fault)
{
    const QString setting = faultSetting(fault.kind);
    m_world.set(setting);
    if (fault.lengthMs > 0) {
        const QString key = setting.section(u'=', 0, 0);
        const QString scope =
            setting.contains(u'@') ? setting.mid(setting.indexOf(u'@')) : QString();
        later(fault.lengthMs, [this, key, scope] { m_world.set(key + u'=' + scope); });
    }
}

void FaultInjector::setClock(std::chrono::milliseconds ahead, int lengthMs)
{
    m_world.machine().setClockAhead(ahead);
    later(lengthMs, [this] { m_world.machine().setClockAhead({}); });
}

//! The clock is wrong when the connection goes, and right when it comes again.
void FaultInjector::setClockInOutage(std::chrono::milliseconds ahead, int lengthMs)
{
    setClock(ahead, lengthMs / 2);
    later(lengthMs / 4, [this, lengthMs] {
        m_world.set(u"net=off"_s);
        m_world.steer({ u"drop"_s });
        later(lengthMs / 2, [this] { m_world.set(u"net="_s); });
    });
}

void FaultInjector::begin(const Fault& fault)
{
    if (fault.kind == Kind::DiskFull && !m_world.disk.isMounted()) {
        return;
    }
    ++m_counts[faultName(fault.kind)];
    if (!faultSetting(fault.kind).isEmpty()) {
        set(fault);
    }
    if (const auto action = m_actions.value(fault.kind)) {
        action(fault.lengthMs);
    }
}

void FaultInjector::defineCompanionsFaults()
{
    m_actions[Kind::CompanionKilled] = [this](int length) {
        emit companionDisturbed();
        m_world.killCompanion();
        later(length, [this] { m_world.startCompanion(); });
    };
    m_actions[Kind::CompanionStopped] = [this](int length) {
        emit companionDisturbed();
        stopProcess(m_world.companionPid(), length);
        later(length, [this] { emit companionDisturbed(); });
    };
    m_actions[Kind::MachineSleeps] = [this](int length) {
        emit companionDisturbed();
        stopProcess(m_world.companionPid(), length);
        stopProcess(m_world.listenerPid(), length);
        later(length, [this] { emit companionDisturbed(); });
    };
    m_actions[Kind::Reconnect] = [this](int) { m_world.reconnect(); };
    m_actions[Kind::CompanionQuit] = [this](int) {
        emit companionDisturbed();
        emit sendsWanted();
        QTimer::singleShot(AmidSends, this, [this] {
            emit companionDisturbed();
            m_world.quitCompanion();
        });
    };
    m_actions[Kind::SecondStart] = [this](int length) {
        if (!m_world.isCompanionWanted()) {
            return; // the first one is ending: the second would take its place, as it may
        }
        m_world.second().start();
        later(length, [this] { m_world.second().kill(); });
    };
    m_actions[Kind::RuntimeSwept] = [this](int) {
        // One request is under way, or soon will be; what is open stays open.
        QDir(m_world.runFolder()).removeRecursively();
    };
    m_actions[Kind::LogUnread] = [this](int length) {
        m_world.log().clog();
        m_world.steer({ u"drop"_s }); // which is told in the log
        later(length, [this] { m_world.log().unclog(); });
    };
    m_actions[Kind::OtherAccount] = [this](int length) {
        if (m_world.person() == World::Person::Second) {
            return;
        }
        // Messages both ways wait when the other one comes.
        emit burstWanted();
        QTimer::singleShot(AmidBurst, this, &FaultInjector::sendsWanted);
        later(int((AmidBurst + AmidSends).count()), [this] { logIn(World::Person::Second); });
        later(length, [this] { logIn(World::Person::First); });
    };
}

void FaultInjector::defineGatewaysFaults()
{
    m_actions[Kind::GatewayKilled] = [this](int length) {
        m_world.killGateway();
        later(length, [this] { m_world.startGateway(); });
    };
    m_actions[Kind::GatewayStopped] = [this](int length) {
        stopProcess(m_world.gatewayPid(), length);
    };
    m_actions[Kind::GatewaySilent] = [this](int length) { setMood(GatewayMood::Silent, length); };
    m_actions[Kind::GatewayRefusing] = [this](int length) {
        setMood(GatewayMood::Refusing, length);
    };
    m_actions[Kind::GatewayDiesAfterTaking] = [this](int) {
        m_world.setGatewayMood(GatewayMood::DiesAfterTaking); // until it has died
    };
    m_actions[Kind::GatewaysFight] = [this](int length) {
        m_world.startRival();
        later(length, [this] { m_world.killRival(); });
    };
}

void FaultInjector::defineZalosFaults()
{
    m_actions[Kind::ListenerKilled] = [this](int) {
        if (const qint64 pid = m_world.listenerPid()) {
            ::kill(pid_t(pid), SIGKILL);
        }
    };
    m_actions[Kind::ListenerStopped] = [this](int length) {
        stopProcess(m_world.listenerPid(), length);
    };
    const auto drop = [this](int) { m_world.steer({ u"drop"_s }); };
    m_actions[Kind::ListenerHangs] = drop;
    m_actions[Kind::NetworkOff] = drop;
    m_actions[Kind::ConnectionDropped] = drop;
    m_actions[Kind::Kicked3000] = [this](int) { m_world.steer({ u"kick"_s, u"3000"_s }); };
    m_actions[Kind::Kicked3003] = [this](int) { m_world.steer({ u"kick"_s, u"3003"_s }); };
    m_actions[Kind::BurstOutOfOrder] = [this](int) { emit burstWanted(); };
}

void FaultInjector::defineMachinesFaults()
{
    m_actions[Kind::DiskFull] = [this](int length) {
        m_world.disk.fill();
        later(length, [this] { m_world.disk.empty(); });
    };
    m_actions[Kind::DiskSlow] = [this](int length) {
        m_world.machine().setSyncDelay(SlowSync);
        later(length, [this] { m_world.machine().setSyncDelay({}); });
    };
    const auto lockDatabase = [this](int length) {
        m_world.database().take();
        later(length, [this] { m_world.database().release(); });
    };
    m_actions[Kind::DatabaseLocked] = lockDatabase;
    m_actions[Kind::DatabaseLockedLong] = lockDatabase;
    m_actions[Kind::ClockAhead] = [this](int length) { setClock(ClockJump, length); };
    m_actions[Kind::ClockBehind] = [this](int length) { setClock(-ClockJump, length); };
    m_actions[Kind::ClockFarAhead] = [this](int length) { setClockInOutage(FarAhead, length); };
    m_actions[Kind::ClockFarBehind] = [this](int length) { setClockInOutage(-FarBehind, length); };
}

} // namespace zalo::torture
