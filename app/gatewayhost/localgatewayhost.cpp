// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewayhost/localgatewayhost.h"

#include "gatewayhost/gatewayprocess.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace zalo {

using Kind = GatewayProblem::Kind;

LocalGatewayHost::LocalGatewayHost(std::unique_ptr<OpenClawRunner> runner, const Timing& timing,
                                   Clock clock, QObject* parent)
    : GatewayHost(parent),
      m_runner(std::move(runner)),
      m_timing(timing),
      m_clock(std::move(clock)),
      m_log(timing),
      m_probe(timing),
      m_link(timing)
{
    m_look.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, &LocalGatewayHost::look);
    connect(&m_probe, &GatewayProbe::answered, this, &LocalGatewayHost::onAnswer);
}

LocalGatewayHost::~LocalGatewayHost() = default;

void LocalGatewayHost::lookForPlugin()
{
    const bool canStart = m_runner->hasPlugin();
    if (m_state.canStart != canStart) {
        m_state.canStart = canStart;
        emit stateChanged();
    }
}

void LocalGatewayHost::setWatched(bool watched)
{
    if (m_isWatched == watched) {
        return;
    }
    m_isWatched = watched;
    if (!watched) {
        m_log.stop();
        return;
    }
    if (m_state.facts) {
        m_log.follow(m_state.facts->logFile);
        look();
    }
    inspect();
}

void LocalGatewayHost::inspect()
{
    if (m_isInspecting) {
        return;
    }
    m_isInspecting = true;
    if (m_state.unknown) {
        m_state.unknown.reset();
        emit stateChanged();
    }
    m_runner->run({ u"gateway"_s, u"status"_s, u"--json"_s }, m_timing.openclawDeadline, this,
                  [this](const Result<OpenClawOutput>& output) { onFacts(output); });
}

void LocalGatewayHost::onFacts(const Result<OpenClawOutput>& output)
{
    m_isInspecting = false;
    const auto facts = output.and_then(&readGatewayFacts);
    const Step next = std::exchange(m_next, nullptr);
    m_state.unknown = facts ? std::nullopt : std::optional(facts.error());
    if (!facts) {
        m_state.facts.reset();
        m_state.task = next ? GatewayTask::None : m_state.task;
        emit stateChanged();
        return;
    }
    const bool isOtherLog = !m_state.facts || m_state.facts->logFile != facts->logFile;
    m_state.facts = *facts;
    const auto process = processFacts(facts->pid, m_clock);
    m_state.sinceMs = process ? process->startedMs : 0;
    if (m_isWatched && isOtherLog) {
        m_log.follow(facts->logFile);
    }
    emit stateChanged();
    if (next) {
        (this->*next)();
    }
    look();
}

void LocalGatewayHost::begin(GatewayTask task, Step step)
{
    if (m_state.task != GatewayTask::None) {
        return;
    }
    m_state.task = task;
    m_state.problem.reset();
    m_next = step;
    emit stateChanged();
    inspect(); // what was true when the page was opened may not be so any more
}

void LocalGatewayHost::start()
{
    begin(GatewayTask::Start, &LocalGatewayHost::startNow);
}

void LocalGatewayHost::stop()
{
    begin(GatewayTask::Stop, &LocalGatewayHost::stopNow);
}

void LocalGatewayHost::restart()
{
    begin(GatewayTask::Restart, &LocalGatewayHost::restartNow);
}

void LocalGatewayHost::installService()
{
    begin(GatewayTask::InstallService, &LocalGatewayHost::installNow);
}

void LocalGatewayHost::startNow()
{
    m_pid = 0;
    if (m_state.facts->hasService) {
        command({ u"start"_s, u"--json"_s }, Goal::Up);
    } else {
        startProcess();
    }
}

//! Its own log says what happens in it, so nothing reads what it prints.
void LocalGatewayHost::startProcess()
{
    const auto pid = m_runner->startDetached({ u"gateway"_s, u"run"_s });
    if (!pid) {
        end(GatewayProblem { Kind::OpenClaw, pid.error() });
        return;
    }
    m_pid = *pid;
    waitFor(Goal::Up);
}

void LocalGatewayHost::stopNow()
{
    if (m_state.facts->isServiceRunning) {
        // Without a terminal it stops nothing unless it is told --force.
        command({ u"stop"_s, u"--force"_s, u"--json"_s }, Goal::Down);
    } else {
        endProcess(Goal::Down);
    }
}

void LocalGatewayHost::restartNow()
{
    if (m_state.facts->isServiceRunning) {
        command({ u"restart"_s, u"--json"_s }, Goal::Up);
    } else {
        endProcess(Goal::DownThenUp);
    }
}

//! One that was started in a terminal ends as it would by Ctrl+C there.
void LocalGatewayHost::endProcess(Goal goal)
{
    m_pid = m_state.facts->pid;
    const auto process = processFacts(m_pid, m_clock);
    if (process && process->isGateway) {
        askToEnd(m_pid);
        waitFor(goal);
    } else if (m_pid == 0 && m_state.run == GatewayRun::Stopped) {
        waitFor(goal);
    } else {
        end(GatewayProblem { Kind::NotStopped });
    }
}

void LocalGatewayHost::installNow()
{
    m_pid = 0;
    command({ u"install"_s, u"--json"_s }, Goal::Up);
}

void LocalGatewayHost::command(const QStringList& arguments, Goal goal)
{
    m_runner->run(QStringList { u"gateway"_s } + arguments, m_timing.gatewayStop, this,
                  [this, goal](const Result<OpenClawOutput>& output) {
                      const auto done = output.and_then(&readGatewayOutcome);
                      if (done) {
                          m_pid = 0; // systemd's: the port alone tells
                          waitFor(goal);
                      } else {
                          end(GatewayProblem { Kind::OpenClaw, done.error() });
                      }
                  });
}

void LocalGatewayHost::waitFor(Goal goal)
{
    m_goal = goal;
    m_deadline = QDeadlineTimer(goal == Goal::Up ? m_timing.gatewayStart : m_timing.gatewayStop);
    look();
}

void LocalGatewayHost::end(const std::optional<GatewayProblem>& problem)
{
    m_goal = Goal::None;
    m_state.task = GatewayTask::None;
    m_state.problem = problem;
    emit stateChanged();
    if (m_isWatched) {
        inspect(); // its process and version are others now
    }
}

void LocalGatewayHost::look()
{
    if (m_state.facts && (m_isWatched || m_goal != Goal::None)) {
        m_probe.look(m_state.facts->port, m_state.facts->usesTls);
    }
}

void LocalGatewayHost::onAnswer(GatewayProbe::Answer answer)
{
    const auto runOf = [](GatewayProbe::Answer given) {
        switch (given) {
        case GatewayProbe::Answer::Nobody:
            return GatewayRun::Stopped;
        case GatewayProbe::Answer::Gateway:
            return GatewayRun::Running;
        case GatewayProbe::Answer::Silence:
            return GatewayRun::Silent;
        case GatewayProbe::Answer::Other:
            return GatewayRun::PortTaken;
        }
        Q_UNREACHABLE();
    };
    const GatewayRun before = std::exchange(m_state.run, runOf(answer));
    if (before != m_state.run) {
        m_state.sinceMs = m_state.run == GatewayRun::Running ? m_state.sinceMs : 0;
        emit stateChanged();
        const bool isNews = before != GatewayRun::Unknown && m_state.task == GatewayTask::None;
        if (isNews && m_state.run == GatewayRun::Running) {
            inspect(); // somebody else started it: who and since when
        }
    }
    checkGoal();
    if (m_isWatched || m_goal != Goal::None) {
        m_look.start(m_goal == Goal::None ? m_timing.gatewayLook : m_timing.gatewayTaskLook);
    }
}

bool LocalGatewayHost::hasEnded() const
{
    return !processFacts(m_pid, m_clock);
}

void LocalGatewayHost::checkGoal()
{
    switch (m_goal) {
    case Goal::None:
        break;
    case Goal::Up:
        if (m_state.run == GatewayRun::Running) {
            end(std::nullopt);
        } else if (m_pid > 0 && hasEnded()) {
            end(GatewayProblem { Kind::Ended });
        } else if (m_deadline.hasExpired()) {
            end(GatewayProblem { Kind::NotStarted });
        }
        break;
    case Goal::Down:
    case Goal::DownThenUp:
        // One that still ends holds its lock: another one would wait for it.
        if (m_state.run == GatewayRun::Stopped && hasEnded()) {
            m_goal == Goal::Down ? end(std::nullopt) : startNow();
        } else if (m_deadline.hasExpired()) {
            end(GatewayProblem { Kind::NotStopped });
        }
        break;
    }
}

void LocalGatewayHost::openControlUi(QObject* context, Callback<QUrl> done)
{
    m_runner->run({ u"dashboard"_s, u"--json"_s }, m_timing.openclawDeadline, context,
                  [this, done = std::move(done)](const Result<OpenClawOutput>& output) {
                      done(output.and_then(&controlUiAddress).and_then([this](const QUrl& address) {
                          return m_link.offer(address);
                      }));
                  });
}

} // namespace zalo
