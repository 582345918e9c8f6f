// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/presenters/gatewaypresenter.h"

#include "core/timetext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

struct GatewayPresenter
{
    Q_DECLARE_TR_FUNCTIONS(GatewayPresenter)
};

GatewayView demoView()
{
    return { .icon = StatusIcon::Off,
             .title = GatewayPresenter::tr("A stand-in answers in the demo"),
             .details = {
                 GatewayPresenter::tr("The OpenClaw Gateway of this computer is left alone.") } };
}

GatewayView unknownView(const GatewayHostState& host)
{
    if (!host.unknown) {
        return { .icon = StatusIcon::Working,
                 .title = GatewayPresenter::tr("Loading…"),
                 .details = {
                     GatewayPresenter::tr("Asking OpenClaw. This takes a few seconds.") } };
    }
    GatewayView view { .icon = StatusIcon::Off,
                       .title = GatewayPresenter::tr("OpenClaw did not answer"),
                       .details = { errorText(*host.unknown) },
                       .offered = GatewayCommand::CheckAgain };
    const bool isMissing = host.unknown->kind == ErrorKind::OpenClawMissing;
    if (isMissing || host.unknown->kind == ErrorKind::OpenClawNotExecutable) {
        view.title = GatewayPresenter::tr("OpenClaw was not found on this computer");
    }
    if (isMissing) {
        view.details = { GatewayPresenter::tr(
            "Install it (https://docs.openclaw.ai), then check again.") };
    }
    return view;
}

GatewayView taskView(GatewayTask task)
{
    GatewayView view { .icon = StatusIcon::Working, .isBusy = true };
    const QString finishes =
        GatewayPresenter::tr("It first finishes the answers that it is working on.");
    switch (task) {
    case GatewayTask::None:
        break;
    case GatewayTask::Start:
        view.title = GatewayPresenter::tr("Starting…");
        view.details = { GatewayPresenter::tr("This can take a minute.") };
        view.offered = GatewayCommand::Start;
        break;
    case GatewayTask::Stop:
        view.title = GatewayPresenter::tr("Stopping…");
        view.details = { finishes };
        view.offered = GatewayCommand::Stop | GatewayCommand::Restart;
        break;
    case GatewayTask::Restart:
        view.title = GatewayPresenter::tr("Restarting…");
        view.details = { finishes };
        view.offered = GatewayCommand::Stop | GatewayCommand::Restart;
        break;
    case GatewayTask::InstallService:
        view.title = GatewayPresenter::tr("Installing the service…");
        view.details = { GatewayPresenter::tr("This can take a minute.") };
        view.offered = GatewayCommand::Start;
        break;
    }
    return view;
}

//! What it runs as.
QString formText(const GatewayFacts& facts)
{
    return facts.isServiceRunning
        ? GatewayPresenter::tr("It runs as a service, which starts with the session.")
        : GatewayPresenter::tr("It runs without a service: after a restart of the computer it "
                               "has to be started again.");
}

QString versionText(const GatewayFacts& facts)
{
    const bool isOlder = !facts.runningVersion.isEmpty() && !facts.version.isEmpty()
        && facts.runningVersion != facts.version;
    if (isOlder) {
        return GatewayPresenter::tr(
                   "OpenClaw %1, port %2. Version %3 is installed: restart it to use that one.")
            .arg(facts.runningVersion, QString::number(facts.port), facts.version);
    }
    const QString version = facts.runningVersion.isEmpty() ? facts.version : facts.runningVersion;
    return GatewayPresenter::tr("OpenClaw %1, port %2.").arg(version, QString::number(facts.port));
}

GatewayView runningView(const GatewayHostState& host, const Snapshot& snapshot)
{
    GatewayView view { .icon = StatusIcon::Online,
                       .title = host.sinceMs > 0
                           ? GatewayPresenter::tr("Running since %1").arg(timeText(host.sinceMs))
                           : GatewayPresenter::tr("Running"),
                       .details = { formText(*host.facts), versionText(*host.facts) },
                       .offered = GatewayCommand::Stop | GatewayCommand::Restart
                           | GatewayCommand::OpenControlUi };
    if (!isGatewayInUse(snapshot)) {
        view.icon = StatusIcon::Working;
        view.details.prepend(
            GatewayPresenter::tr("It is not connected to Zalo Companion. If it stays like this, "
                                 "set up OpenClaw below."));
    }
    return view;
}

GatewayView settledView(const GatewayHostState& host, const Snapshot& snapshot)
{
    switch (host.run) {
    case GatewayRun::Unknown:
        break;
    case GatewayRun::Stopped:
        return { .icon = StatusIcon::Off,
                 .title = GatewayPresenter::tr("Stopped"),
                 .details = { GatewayPresenter::tr("Nobody gets an answer until it runs. Messages "
                                                   "are kept here and wait for it.") },
                 .offered = GatewayCommand::Start
                     | (host.facts->canHaveService && !host.facts->hasService
                            ? GatewayCommands(GatewayCommand::InstallService)
                            : GatewayCommands()) };
    case GatewayRun::Running:
        return runningView(host, snapshot);
    case GatewayRun::Silent:
        return { .icon = StatusIcon::Working,
                 .title = GatewayPresenter::tr("Not answering"),
                 .details = { GatewayPresenter::tr("It is starting, or busy. If it stays like "
                                                   "this, restart it.") },
                 .offered = GatewayCommand::Stop | GatewayCommand::Restart };
    case GatewayRun::PortTaken:
        return { .icon = StatusIcon::ActionRequired,
                 .title = GatewayPresenter::tr("Another program uses its port"),
                 .details = { GatewayPresenter::tr("The Gateway needs port %1. Quit that program, "
                                                   "or set another port in OpenClaw's "
                                                   "configuration, then check again.")
                                  .arg(host.facts->port) },
                 .offered = GatewayCommand::CheckAgain };
    }
    return unknownView({});
}

QString problemText(const GatewayProblem& problem)
{
    switch (problem.kind) {
    case GatewayProblem::Kind::Ended:
        return GatewayPresenter::tr("It ended right after its start. The last lines of its log "
                                    "below say why; start it again once that is mended.");
    case GatewayProblem::Kind::NotStarted:
        return GatewayPresenter::tr("It was started, but does not answer. Look at the last lines "
                                    "of its log below, then try again.");
    case GatewayProblem::Kind::NotStopped:
        return GatewayPresenter::tr("It could not be stopped from here. End it where it was "
                                    "started, for instance with Ctrl+C in its terminal.");
    case GatewayProblem::Kind::OpenClaw:
        return errorText(problem.error);
    }
    Q_UNREACHABLE();
}

} // namespace

GatewayView presentGateway(const GatewayHostState& host, const Snapshot& snapshot)
{
    if (snapshot.mode == RunMode::Demo) {
        return demoView();
    }
    GatewayView view = host.task != GatewayTask::None ? taskView(host.task)
        : host.facts                                  ? settledView(host, snapshot)
                                                      : unknownView(host);
    view.hasLog = host.facts && !host.facts->logFile.isEmpty();
    if (host.problem) {
        view.problem = problemText(*host.problem);
    }
    return view;
}

bool isGatewayInUse(const Snapshot& snapshot)
{
    return std::any_of(snapshot.gateways.begin(), snapshot.gateways.end(),
                       [](const GatewayInfo& gateway) { return gateway.connected; });
}

} // namespace zalo
