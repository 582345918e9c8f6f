// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/presenters/statuspresenter.h"

#include "core/timetext.h"
#include "ui/presenters/accounttext.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

struct StatusPresenter
{
    Q_DECLARE_TR_FUNCTIONS(StatusPresenter)
};

//! Severity; of several findings the lowest rank is shown.
enum class Rank
{
    Broken,
    ActionRequired,
    Paused,
    CoolDown,
    Away,
    GettingThere,
    Fine
};

struct Finding
{
    Rank rank = Rank::Fine;
    StatusView view;
};

StatusIcon iconFor(Rank rank)
{
    switch (rank) {
    case Rank::Broken:
        return StatusIcon::Error;
    case Rank::ActionRequired:
        return StatusIcon::ActionRequired;
    case Rank::Paused:
    case Rank::CoolDown:
        return StatusIcon::Paused;
    case Rank::Away:
        return StatusIcon::Off;
    case Rank::GettingThere:
        return StatusIcon::Working;
    case Rank::Fine:
        return StatusIcon::Online;
    }
    Q_UNREACHABLE();
}

Finding finding(Rank rank, const QString& title, const QString& detail,
                const QList<StatusAction>& actions = {})
{
    return { rank, { iconFor(rank), title, detail, {}, actions, {} } };
}

Rank rankOf(SessionState state)
{
    switch (state) {
    case SessionState::NoCli:
    case SessionState::NeedsLogin:
    case SessionState::Kicked:
    case SessionState::Duplicate:
    case SessionState::Expired:
        return Rank::ActionRequired;
    case SessionState::LoggingIn:
    case SessionState::Connecting:
    case SessionState::Reconnecting:
        return Rank::GettingThere;
    case SessionState::Offline:
        return Rank::Away;
    case SessionState::Error:
        return Rank::Broken;
    case SessionState::Online:
        return Rank::Fine;
    }
    Q_UNREACHABLE();
}

QList<StatusAction> actionsFor(const SessionStatus& session)
{
    switch (nextStepFor(session)) {
    case NextStep::InstallZca:
    case NextStep::CheckZca:
    case NextStep::UpdateZca:
        return { StatusAction::FindZca };
    case NextStep::LogIn:
        return { StatusAction::LogIn };
    case NextStep::Reconnect:
        return { StatusAction::Reconnect };
    case NextStep::Wait:
        // Waiting is enough; retrying at once does no harm.
        return session.state == SessionState::Connecting
            ? QList<StatusAction> {}
            : QList<StatusAction> { StatusAction::Reconnect };
    case NextStep::None:
        return {};
    }
    Q_UNREACHABLE();
}

QString coolDownTitle(const ProfileSnapshot& profile)
{
    return StatusPresenter::tr("Sending is paused until %1").arg(timeText(profile.coolDownUntilMs));
}

//! What nobody gets, or perhaps nobody got, until a person decides.
std::optional<Finding> ofQueue(const ProfileSnapshot& profile)
{
    const QueueDepths& queue = profile.queue;
    Finding found;
    if (queue.inboundDead > 0) {
        found = finding(Rank::ActionRequired,
                        StatusPresenter::tr("%n message(s) could not be delivered", nullptr,
                                            int(queue.inboundDead)),
                        StatusPresenter::tr("The Gateway refused them. Deliver them again, or "
                                            "dismiss them."));
    } else if (queue.inboundExpired > 0) {
        found = finding(
            Rank::ActionRequired,
            StatusPresenter::tr("%n message(s) got no answer", nullptr, int(queue.inboundExpired)),
            StatusPresenter::tr("They waited too long for the Gateway. Deliver them "
                                "if they still matter."));
    } else if (queue.outboundUncertain > 0) {
        found = finding(Rank::ActionRequired,
                        StatusPresenter::tr("%n message(s) possibly sent", nullptr,
                                            int(queue.outboundUncertain)),
                        StatusPresenter::tr("Zalo did not confirm them. Look into the chat and "
                                            "decide whether to send them again."));
    } else {
        return {};
    }
    found.view.actions = { StatusAction::ShowActivity };
    found.view.profile = profile.profile;
    return found;
}

Finding ofProfile(const ProfileSnapshot& profile)
{
    const SessionStatus& session = profile.session;
    Finding found = finding(rankOf(session.state), sessionStateText(session.state),
                            sessionDetail(session), actionsFor(session));
    found.view.profile = profile.profile;
    if (session.state == SessionState::Online && profile.coolDownUntilMs > 0) {
        found = finding(
            Rank::CoolDown, coolDownTitle(profile),
            StatusPresenter::tr(
                "Zalo limits how much this account sends: a message was refused or dropped. "
                "Sending resumes automatically then; incoming messages arrive as before."),
            { StatusAction::EndCoolDown });
        found.view.profile = profile.profile;
    }
    if (const std::optional<Finding> open = ofQueue(profile)) {
        if (open->rank < found.rank) {
            return *open;
        }
        found.view.actions += open->view.actions;
    }
    return found;
}

QString programTitle(ErrorKind kind)
{
    if (kind == ErrorKind::ZcaMissing) {
        return StatusPresenter::tr("zca is missing");
    }
    if (kind == ErrorKind::ZcaUsage) {
        return StatusPresenter::tr("zca is too old");
    }
    return StatusPresenter::tr("zca does not work");
}

Finding ofProgram(const Snapshot& snapshot)
{
    if (snapshot.zcaError) {
        return finding(Rank::ActionRequired, programTitle(snapshot.zcaError->kind),
                       errorText(*snapshot.zcaError), { StatusAction::FindZca });
    }
    if (!snapshot.profiles.isEmpty()) {
        return {};
    }
    if (snapshot.zcaPath.isEmpty()) {
        return finding(Rank::GettingThere, StatusPresenter::tr("Starting"), {});
    }
    return finding(Rank::ActionRequired, sessionStateText(SessionState::NeedsLogin),
                   sessionDetail({ SessionState::NeedsLogin, 0, 0, {}, NextStep::LogIn }),
                   { StatusAction::LogIn });
}

Finding ofDelivery(const Snapshot& snapshot)
{
    switch (snapshot.delivery) {
    case DeliveryState::StorageLocked:
    case DeliveryState::StorageReadOnly:
    case DeliveryState::StorageFull:
    case DeliveryState::StorageFailing:
        return finding(Rank::Broken, StatusPresenter::tr("Messages cannot be stored"),
                       snapshot.storageError ? errorText(*snapshot.storageError) : QString());
    case DeliveryState::StorageDamaged:
        return finding(
            Rank::Broken, StatusPresenter::tr("The database is damaged"),
            StatusPresenter::tr(
                "Receiving is paused. Start over with a new database; the damaged one is kept."),
            { StatusAction::Reset });
    case DeliveryState::Paused:
        return finding(Rank::Paused, StatusPresenter::tr("The relay is paused"),
                       StatusPresenter::tr("Messages are kept here and wait until you resume it."),
                       { StatusAction::ResumeRelay });
    case DeliveryState::Running:
        return {};
    }
    Q_UNREACHABLE();
}

Finding ofPlugins(const QList<GatewayInfo>& gateways)
{
    const bool isOutdated =
        std::any_of(gateways.begin(), gateways.end(),
                    [](const GatewayInfo& gateway) { return gateway.pluginOutdated; });
    return isOutdated
        ? finding(Rank::ActionRequired, StatusPresenter::tr("The Gateway's plugin is out of date"),
                  StatusPresenter::tr("Some features need an update."),
                  { StatusAction::UpdatePlugin })
        : Finding();
}

Finding ofBridge(const Snapshot& snapshot)
{
    if (!snapshot.bridgeState) {
        return ofPlugins(snapshot.gateways);
    }
    switch (*snapshot.bridgeState) {
    case BridgeState::Kind::AwaitingApproval:
        return finding(Rank::ActionRequired, StatusPresenter::tr("A Gateway wants to connect"),
                       StatusPresenter::tr("Approve it if it is yours."),
                       { StatusAction::ApproveGateways });
    case BridgeState::Kind::KeyUnavailable:
        return finding(Rank::Broken, StatusPresenter::tr("The Gateway's key cannot be read"),
                       errorText({ ErrorKind::KeyUnavailable, {} }));
    case BridgeState::Kind::NoGateway:
        return finding(Rank::Away, StatusPresenter::tr("No Gateway is connected"),
                       StatusPresenter::tr("Messages are kept here and wait for it."),
                       snapshot.gateways.isEmpty()
                           ? QList<StatusAction> { StatusAction::SetUpGateway }
                           : QList<StatusAction> {});
    case BridgeState::Kind::Silent:
        return finding(Rank::GettingThere, StatusPresenter::tr("The Gateway does not answer"),
                       StatusPresenter::tr("Messages are kept here. Retrying automatically."));
    case BridgeState::Kind::Connected:
        return ofPlugins(snapshot.gateways);
    }
    Q_UNREACHABLE();
}

StatusView worst(const QList<Finding>& findings)
{
    const Finding* found = &findings.first();
    for (const Finding& candidate : findings) {
        if (candidate.rank < found->rank) {
            found = &candidate;
        }
    }
    return found->view;
}

QStringList tooltipFor(const Snapshot& snapshot, const StatusView& view)
{
    QStringList lines { snapshot.mode == RunMode::Demo
                            ? StatusPresenter::tr("Zalo Companion – Demo")
                            : u"Zalo Companion"_s };
    for (const ProfileSnapshot& profile : snapshot.profiles) {
        lines << StatusPresenter::tr("%1: %2").arg(accountName(profile),
                                                   sessionStateText(profile.session.state));
        if (profile.coolDownUntilMs > 0) {
            lines << coolDownTitle(profile);
        }
    }
    // A state that belongs to no single account gets a line of its own.
    if (view.profile.isEmpty()) {
        lines << view.title;
    }
    return lines;
}

} // namespace

StatusView presentStatus(const Snapshot& snapshot)
{
    // Of equal rank the first wins: what stops everything, then the accounts, then the rest.
    QList<Finding> findings { ofProgram(snapshot) };
    for (const ProfileSnapshot& profile : snapshot.profiles) {
        findings << ofProfile(profile);
    }
    // A healthy account's text is better than none.
    if (findings.size() > 1 && findings.first().rank == Rank::Fine) {
        findings.removeFirst();
    }
    findings << ofDelivery(snapshot) << ofBridge(snapshot);
    StatusView view = worst(findings);
    view.tooltip = tooltipFor(snapshot, view);
    return view;
}

StatusView presentStatus(const Snapshot& snapshot, const QString& profile)
{
    Snapshot only = snapshot;
    only.profiles.removeIf(
        [&profile](const ProfileSnapshot& candidate) { return candidate.profile != profile; });
    return presentStatus(only);
}

} // namespace zalo
