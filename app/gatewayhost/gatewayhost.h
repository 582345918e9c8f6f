// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"
#include "gatewayhost/gatewayfacts.h"

#include <QObject>
#include <QUrl>

#include <optional>

namespace zalo {

class GatewayLog;

//! Whether the Gateway of this machine runs, as its port shows it.
enum class GatewayRun
{
    Unknown, //!< not looked yet
    Stopped,
    Running,
    Silent, //!< something listens on its port and says nothing: it starts, or is busy
    PortTaken //!< another program listens on its port
};

//! What is being done with it.
enum class GatewayTask
{
    None,
    Start,
    Stop,
    Restart,
    InstallService
};

//! Why a task was not done.
struct GatewayProblem
{
    enum class Kind
    {
        Ended, //!< right after it was started; its log says why
        NotStarted, //!< it was started, and did not answer in time
        NotStopped, //!< it still runs, or is no process that may be ended from here
        OpenClaw //!< `error`
    };

    Kind kind = Kind::OpenClaw;
    Error error {}; //!< of OpenClaw

    friend bool operator==(const GatewayProblem&, const GatewayProblem&) = default;
};

//! Everything that is known of the Gateway of this machine as a program.
struct GatewayHostState
{
    GatewayRun run = GatewayRun::Unknown;
    GatewayTask task = GatewayTask::None;
    //! Where it is away, starting it from here brings it back: lookForPlugin() found what that
    //! takes.
    bool canStart = false;
    std::optional<GatewayFacts> facts;
    qint64 sinceMs = 0; //!< when its process began, wall clock; 0: not known
    std::optional<Error> unknown; //!< why `openclaw` could not be asked
    std::optional<GatewayProblem> problem; //!< why the last task was not done

    friend bool operator==(const GatewayHostState&, const GatewayHostState&) = default;
};

//! The Gateway of this machine as a program: whether it runs, starting and stopping it, its log and
//! its Control UI. `openclaw` takes seconds for each answer: nothing here waits for it.
class GatewayHost : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual const GatewayHostState& state() const = 0;
    [[nodiscard]] virtual GatewayLog& log() = 0;

    //! Looks whether it can be started from here. It reads the names of some files and runs
    //! nothing.
    virtual void lookForPlugin() = 0;

    //! Somebody looks at it: from now on the state is kept up to date and the log followed.
    virtual void setWatched(bool watched) = 0;
    //! Asks `openclaw` anew for what it knows.
    virtual void inspect() = 0;

    //! Starts it: its service where there is one, else a process of its own that outlives this
    //! program. Like the next ones it changes state().task, and does nothing while another task
    //! runs.
    virtual void start() = 0;
    virtual void stop() = 0;
    virtual void restart() = 0;
    //! Installs its service, which starts it with the session, and starts it.
    virtual void installService() = 0;

    //! An address of its Control UI for the browser, good for one visit within a minute. It holds
    //! no token: a browser's arguments are for everybody to read. As OpenClawRunner::run().
    virtual void openControlUi(QObject* context, Callback<QUrl> done) = 0;

signals:
    void stateChanged();
};

} // namespace zalo
