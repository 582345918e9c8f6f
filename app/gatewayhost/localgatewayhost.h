// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "gatewayhost/controluilink.h"
#include "gatewayhost/gatewayhost.h"
#include "gatewayhost/gatewaylog.h"
#include "gatewayhost/gatewayprobe.h"
#include "gatewayhost/openclawrunner.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <functional>
#include <memory>

namespace zalo {

//! The Gateway that this user's OpenClaw configuration means. Whether it runs is seen on its port;
//! the `openclaw` command says where that is, and does what only it can.
class LocalGatewayHost : public GatewayHost
{
    Q_OBJECT

public:
    LocalGatewayHost(std::unique_ptr<OpenClawRunner> runner, const Timing& timing, Clock clock = {},
                     QObject* parent = nullptr);
    ~LocalGatewayHost() override;

    [[nodiscard]] const GatewayHostState& state() const override { return m_state; }
    [[nodiscard]] GatewayLog& log() override { return m_log; }
    void lookForPlugin() override;
    void setWatched(bool watched) override;
    void inspect() override;
    void start() override;
    void stop() override;
    void restart() override;
    void installService() override;
    void openControlUi(QObject* context, Callback<QUrl> done) override;

private:
    using Step = void (LocalGatewayHost::*)();

    //! What the port is to show before the task is done.
    enum class Goal
    {
        None,
        Up,
        Down,
        DownThenUp
    };

    void begin(GatewayTask task, Step step);
    void startNow();
    void startProcess();
    void stopNow();
    void restartNow();
    void endProcess(Goal goal);
    void installNow();
    //! Runs `openclaw gateway ARGUMENT…`, then waits for the goal.
    void command(const QStringList& arguments, Goal goal);
    void waitFor(Goal goal);
    void end(const std::optional<GatewayProblem>& problem);

    void look();
    void onAnswer(GatewayProbe::Answer answer);
    void checkGoal();
    void onFacts(const Result<OpenClawOutput>& output);
    [[nodiscard]] bool hasEnded() const;

    std::unique_ptr<OpenClawRunner> m_runner;
    Timing m_timing;
    Clock m_clock;
    GatewayHostState m_state;
    GatewayLog m_log;
    GatewayProbe m_probe;
    ControlUiLink m_link;
    QTimer m_look;
    QDeadlineTimer m_deadline;
    bool m_isWatched = false;
    bool m_isInspecting = false;
    Step m_next = nullptr; //!< of a task that waits for what `openclaw` says
    Goal m_goal = Goal::None;
    qint64 m_pid = 0; //!< the process that is to end, or that was started
};

} // namespace zalo
