// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "health/rules.h"

#include "companion/accountname.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace zalo {
namespace {

// What the rules look at. Each of these says whether it is true, and fills in what its words need.

using Whole = bool (*)(const Snapshot&, Finding&);
using OfAccount = bool (*)(const ProfileSnapshot&, Finding&);

//! At most one finding, of the program as a whole.
template <Whole Holds> QList<Finding> once(const Snapshot& snapshot)
{
    Finding found;
    return Holds(snapshot, found) ? QList<Finding> { found } : QList<Finding> {};
}

//! At most one for each account.
template <OfAccount Holds> QList<Finding> perAccount(const Snapshot& snapshot)
{
    QList<Finding> all;
    for (const ProfileSnapshot& profile : snapshot.profiles) {
        Finding found;
        found.profile = profile.profile;
        found.account = accountName(profile);
        if (Holds(profile, found)) {
            all.append(found);
        }
    }
    return all;
}

template <DeliveryState State> bool storageIs(const Snapshot& snapshot, Finding& found)
{
    found.sinceMs = snapshot.deliverySinceMs;
    if (snapshot.storageError) {
        found.reason = *snapshot.storageError;
    }
    return snapshot.delivery == State;
}

bool isRelayPaused(const Snapshot& snapshot, Finding& found)
{
    found.sinceMs = snapshot.deliverySinceMs;
    return snapshot.delivery == DeliveryState::Paused;
}

//! Why there is no usable zca; nothing where there is one, or nobody has looked yet.
std::optional<Error> zcaErrorOf(const Snapshot& snapshot)
{
    if (snapshot.zcaError) {
        return snapshot.zcaError;
    }
    for (const ProfileSnapshot& profile : snapshot.profiles) {
        if (profile.session.state == SessionState::NoCli) {
            const Error* error =
                profile.session.reason ? std::get_if<Error>(&*profile.session.reason) : nullptr;
            return error ? *error : Error { ErrorKind::ZcaMissing, {} };
        }
    }
    return {};
}

bool isZcaMissing(const Snapshot& snapshot, Finding& found)
{
    const std::optional<Error> error = zcaErrorOf(snapshot);
    found.reason = error;
    return error && error->kind == ErrorKind::ZcaMissing;
}

bool isZcaOutdated(const Snapshot& snapshot, Finding& found)
{
    const std::optional<Error> error = zcaErrorOf(snapshot);
    found.reason = error;
    return error && error->kind == ErrorKind::ZcaUsage;
}

bool isZcaBroken(const Snapshot& snapshot, Finding& found)
{
    const std::optional<Error> error = zcaErrorOf(snapshot);
    found.reason = error;
    return error && error->kind != ErrorKind::ZcaMissing && error->kind != ErrorKind::ZcaUsage;
}

bool hasNoAccount(const Snapshot& snapshot, Finding&)
{
    return snapshot.profiles.isEmpty() && !snapshot.zcaError && !snapshot.zcaPath.isEmpty();
}

bool isStarting(const Snapshot& snapshot, Finding&)
{
    return snapshot.profiles.isEmpty() && !snapshot.isZcaKnown();
}

template <SessionState State> bool sessionIs(const ProfileSnapshot& profile, Finding& found)
{
    found.sinceMs = profile.session.sinceMs;
    return profile.session.state == State;
}

bool isSessionFailing(const ProfileSnapshot& profile, Finding& found)
{
    found.reason = profile.session.reason;
    return sessionIs<SessionState::Error>(profile, found);
}

//! What took the connection, where a rule of its own tells it; nullptr where none does.
const Error* takerOf(const ProfileSnapshot& profile)
{
    const Error* error =
        profile.session.reason ? std::get_if<Error>(&*profile.session.reason) : nullptr;
    const bool isNamed = error
        && (error->kind == ErrorKind::AccountInUse || error->kind == ErrorKind::NativeChannel);
    const bool isTaken = profile.session.state == SessionState::Kicked
        || profile.session.state == SessionState::Duplicate;
    return isNamed && isTaken ? error : nullptr;
}

template <ErrorKind Kind> bool isTakenBy(const ProfileSnapshot& profile, Finding& found)
{
    const Error* taker = takerOf(profile);
    found.sinceMs = profile.session.sinceMs;
    found.subject = taker ? taker->detail : QString();
    return taker && taker->kind == Kind;
}

template <SessionState State> bool isTaken(const ProfileSnapshot& profile, Finding& found)
{
    return sessionIs<State>(profile, found) && !takerOf(profile);
}

bool isLoginDoubtful(const ProfileSnapshot& profile, Finding& found)
{
    found.untilMs = profile.session.retry.nextTryMs;
    found.reason = profile.session.reason;
    return sessionIs<SessionState::Reconnecting>(profile, found)
        && profile.session.retry.isLoginDoubtful;
}

//! Where this machine keeps it from connecting, that is what a person has to know.
bool isUnreachable(const ProfileSnapshot& profile, Finding& found)
{
    const auto kind = errorKindOf(profile.session.reason);
    if (kind && *kind != ErrorKind::Offline) {
        found.reason = profile.session.reason;
    }
    return sessionIs<SessionState::Offline>(profile, found);
}

bool isLoginRefused(const ProfileSnapshot& profile, Finding& found)
{
    return !isLoginDoubtful(profile, found) && sessionIs<SessionState::Reconnecting>(profile, found)
        && profile.session.retry.refusedLogins > 0 && errorKindOf(profile.session.reason);
}

bool isReconnecting(const ProfileSnapshot& profile, Finding& found)
{
    Finding refused;
    if (isLoginDoubtful(profile, refused) || isLoginRefused(profile, refused)) {
        return false;
    }
    if (profile.session.reason && !errorKindOf(profile.session.reason)) {
        found.reason = profile.session.reason; // of our own accord
    }
    return sessionIs<SessionState::Reconnecting>(profile, found);
}

template <BridgeState::Kind Kind> bool bridgeIs(const Snapshot& snapshot, Finding& found)
{
    found.sinceMs = snapshot.bridgeSinceMs;
    return snapshot.bridgeState == Kind;
}

bool areKeysUnavailable(const Snapshot& snapshot, Finding& found)
{
    found.reason = Error { ErrorKind::KeyUnavailable, {} };
    return bridgeIs<BridgeState::Kind::KeyUnavailable>(snapshot, found);
}

//! Also beside one that is connected.
bool awaitsApproval(const Snapshot& snapshot, Finding& found)
{
    found.count = std::count_if(snapshot.gateways.begin(), snapshot.gateways.end(),
                                [](const GatewayInfo& gateway) { return !gateway.approved; });
    const bool isTold = snapshot.bridgeState == BridgeState::Kind::AwaitingApproval;
    found.count = std::max<qint64>(found.count, isTold ? 1 : 0);
    return found.count > 0;
}

//! Also while their Gateway is away: they wait all the same.
bool isPairingRequested(const Snapshot& snapshot, Finding& found)
{
    found.count = snapshot.pairings.size();
    found.sinceMs = snapshot.pairings.isEmpty() ? 0 : snapshot.pairings.first().createdAtMs;
    return found.count > 0;
}

//! None has ever come, and the one of this machine has not what it takes either.
bool isGatewayNotSetUp(const Snapshot& snapshot, Finding& found)
{
    return bridgeIs<BridgeState::Kind::NoGateway>(snapshot, found) && snapshot.gateways.isEmpty()
        && !snapshot.canStartGateway;
}

bool isGatewayAway(const Snapshot& snapshot, Finding& found)
{
    if (snapshot.canStartGateway) {
        found.action = HealthAction::StartGateway;
    }
    return bridgeIs<BridgeState::Kind::NoGateway>(snapshot, found)
        && !isGatewayNotSetUp(snapshot, found);
}

bool isPluginOutdated(const Snapshot& snapshot, Finding& found)
{
    for (const GatewayInfo& gateway : snapshot.gateways) {
        if (gateway.pluginOutdated) {
            found.subject = gateway.plugin;
            return true;
        }
    }
    return false;
}

bool isCoolingDown(const ProfileSnapshot& profile, Finding& found)
{
    found.untilMs = profile.coolDownUntilMs;
    return profile.coolDownUntilMs > 0;
}

bool areChatsPaused(const ProfileSnapshot& profile, Finding& found)
{
    found.count = profile.pauses.size();
    return found.count > 0;
}

bool isDeliveringBacklog(const ProfileSnapshot& profile, Finding& found)
{
    found.count = profile.backlog.total - profile.backlog.done;
    return found.count > 0;
}

//! Messages that are shown as `State`, and wait for a decision.
template <qint64 QueueDepths::*Count, ActivityState State, ActivityPart Part = ActivityPart::All>
bool hasAny(const ProfileSnapshot& profile, Finding& found)
{
    found.count = profile.queue.*Count;
    found.states = { State };
    found.part = Part;
    return found.count > 0;
}

//! Whom nothing else keeps waiting is seen where all is known (findings.cpp).
bool isDeliveryStalled(const ProfileSnapshot& profile, Finding& found)
{
    found.states = { ActivityState::Waiting, ActivityState::Queued, ActivityState::Sending };
    return profile.isWaitOverdue && profile.waiting.count > 0;
}

//! What waits for accounts that were logged in before: one for each of them.
QList<Finding> otherAccounts(const Snapshot& snapshot)
{
    QList<Finding> all;
    for (const ProfileSnapshot& profile : snapshot.profiles) {
        for (const WaitingAccount& other : profile.otherAccounts) {
            const RelayCounts& counts = other.counts;
            const int waiting =
                counts.inboundWaiting + counts.outboundWaiting + counts.outboundUncertain;
            if (waiting > 0) {
                Finding found;
                found.profile = profile.profile;
                found.account = accountName(profile);
                found.count = waiting;
                found.subject = accountName(other);
                all.append(found);
            }
        }
    }
    return all;
}

//! Whose agent answers then is left to chance.
bool isProfileShared(const ProfileSnapshot& profile, Finding& found)
{
    found.count = profile.gatewayAccounts.size();
    found.subject = profile.gatewayAccounts.join(u", ");
    return found.count > 1;
}

using enum FindingKind;
using Code = FindingCode;
using Action = HealthAction;
using S = Severity;

constexpr std::array rules {
    Rule { Code::StorageDamaged, "storageDamaged", Storage, S::Error, Action::Reset,
           &once<storageIs<DeliveryState::StorageDamaged>>,
           QT_TRANSLATE_NOOP("Finding", "the database is damaged"),
           QT_TRANSLATE_NOOP("Finding",
                             "Receiving is paused. Start over with a new database; the damaged one "
                             "is kept."),
           Holds::Everybody },
    Rule { Code::StorageFull, "storageFull", Storage, S::Error, Action::None,
           &once<storageIs<DeliveryState::StorageFull>>,
           QT_TRANSLATE_NOOP("Finding", "the disk is full"), "", Holds::Everybody },
    Rule { Code::StorageReadOnly, "storageReadOnly", Storage, S::Error, Action::None,
           &once<storageIs<DeliveryState::StorageReadOnly>>,
           QT_TRANSLATE_NOOP("Finding", "messages cannot be stored: the disk is read-only"), "",
           Holds::Everybody },
    Rule { Code::StorageLocked, "storageLocked", Storage, S::Error, Action::None,
           &once<storageIs<DeliveryState::StorageLocked>>,
           QT_TRANSLATE_NOOP("Finding", "another program holds the database"), "",
           Holds::Everybody },
    Rule { Code::StorageFailing, "storageFailing", Storage, S::Error, Action::None,
           &once<storageIs<DeliveryState::StorageFailing>>,
           QT_TRANSLATE_NOOP("Finding", "messages cannot be stored"), "", Holds::Everybody },
    Rule { Code::KeysUnavailable, "keysUnavailable", Program, S::Error, Action::None,
           &once<areKeysUnavailable>,
           QT_TRANSLATE_NOOP("Finding", "the Gateway's key cannot be read"), "", Holds::Everybody },
    Rule { Code::SessionFailing, "sessionFailing", Session, S::Error, Action::FindZca,
           &perAccount<isSessionFailing>,
           QT_TRANSLATE_NOOP("Finding", "something is wrong with the connection to Zalo"), "",
           Holds::Everybody },

    Rule { Code::ZcaMissing, "zcaMissing", Program, S::ActionRequired, Action::FindZca,
           &once<isZcaMissing>, QT_TRANSLATE_NOOP("Finding", "the program zca is missing"), "",
           Holds::Everybody },
    Rule { Code::ZcaOutdated, "zcaOutdated", Program, S::ActionRequired, Action::FindZca,
           &once<isZcaOutdated>, QT_TRANSLATE_NOOP("Finding", "the program zca is too old"), "",
           Holds::Everybody },
    Rule { Code::ZcaBroken, "zcaBroken", Program, S::ActionRequired, Action::FindZca,
           &once<isZcaBroken>, QT_TRANSLATE_NOOP("Finding", "the program zca does not work"), "",
           Holds::Everybody },
    Rule { Code::NoAccount, "noAccount", Session, S::ActionRequired, Action::LogIn,
           &once<hasNoAccount>, QT_TRANSLATE_NOOP("Finding", "no Zalo account is set up yet"),
           QT_TRANSLATE_NOOP("Finding", "Log in with the QR code.") },
    Rule { Code::LoggedOut, "loggedOut", Session, S::ActionRequired, Action::LogIn,
           &perAccount<sessionIs<SessionState::NeedsLogin>>,
           QT_TRANSLATE_NOOP("Finding", "the account is not logged in"),
           QT_TRANSLATE_NOOP("Finding", "Log in with the QR code."), Holds::Everybody },
    Rule { Code::LoginExpired, "loginExpired", Session, S::ActionRequired, Action::LogIn,
           &perAccount<sessionIs<SessionState::Expired>>,
           QT_TRANSLATE_NOOP("Finding", "the login has expired"),
           QT_TRANSLATE_NOOP("Finding", "Zalo ended this login. Log in again with the QR code."),
           Holds::Everybody },
    Rule { Code::LoginDoubtful, "loginDoubtful", Session, S::ActionRequired, Action::LogIn,
           &perAccount<isLoginDoubtful>,
           QT_TRANSLATE_NOOP("Finding", "Zalo keeps refusing the login"), "", Holds::Everybody },
    Rule { Code::AccountInUse, "accountInUse", Session, S::ActionRequired, Action::Reconnect,
           &perAccount<isTakenBy<ErrorKind::AccountInUse>>,
           QT_TRANSLATE_NOOP("Finding", "the account is connected twice"),
           QT_TRANSLATE_NOOP("Finding",
                             "This account is already connected in the profile “%1”. Log in with a "
                             "different account here, or log out there and reconnect."),
           Holds::Everybody },
    Rule { Code::TakenByOpenClaw, "takenByOpenClaw", Session, S::ActionRequired, Action::Reconnect,
           &perAccount<isTakenBy<ErrorKind::NativeChannel>>,
           QT_TRANSLATE_NOOP("Finding", "another Zalo channel took the connection"),
           QT_TRANSLATE_NOOP("Finding",
                             "Perhaps OpenClaw's own Zalo channel took it: it has a login on this "
                             "machine (%1). Turn that channel off, or move this file away and "
                             "restart the Gateway, then reconnect."),
           Holds::Everybody },
    Rule { Code::OpenedElsewhere, "openedElsewhere", Session, S::ActionRequired, Action::Reconnect,
           &perAccount<isTaken<SessionState::Kicked>>,
           QT_TRANSLATE_NOOP("Finding", "Zalo was opened elsewhere"),
           QT_TRANSLATE_NOOP("Finding",
                             "Close Zalo Web or Zalo PC, then reconnect: only one of them can be "
                             "open."),
           Holds::Everybody },
    Rule { Code::TakenOver, "takenOver", Session, S::ActionRequired, Action::Reconnect,
           &perAccount<isTaken<SessionState::Duplicate>>,
           QT_TRANSLATE_NOOP("Finding", "another program uses this login"),
           QT_TRANSLATE_NOOP("Finding", "Stop the other program, then reconnect."),
           Holds::Everybody },
    Rule { Code::GatewayAwaitsApproval, "gatewayAwaitsApproval", Gateway, S::ActionRequired,
           Action::ApproveGateways, &once<awaitsApproval>,
           QT_TRANSLATE_N_NOOP("Finding", "%n Gateway(s) waiting for approval"),
           QT_TRANSLATE_NOOP("Finding", "Approve it if it is yours."), Holds::WithoutGateway },
    Rule { Code::PairingRequested, "pairingRequested", Pairing, S::ActionRequired,
           Action::ShowPairings, &once<isPairingRequested>,
           QT_TRANSLATE_N_NOOP("Finding", "%n person(s) asking whether the bot may answer"),
           QT_TRANSLATE_NOOP("Finding", "Approve whoever may talk to the bot.") },
    Rule { Code::DeliveryStalled, "deliveryStalled", Delivery, S::ActionRequired,
           Action::ShowActivity, &perAccount<isDeliveryStalled>,
           QT_TRANSLATE_NOOP("Finding", "messages are stuck"),
           QT_TRANSLATE_NOOP("Finding",
                             "Everything is connected, and still they do not get through. Each "
                             "message says what it waits for."),
           Holds::TheRest },
    Rule { Code::Undeliverable, "undeliverable", Messages, S::ActionRequired, Action::ShowActivity,
           &perAccount<hasAny<&QueueDepths::inboundDead, ActivityState::Dead>>,
           QT_TRANSLATE_N_NOOP("Finding", "%n message(s) could not be delivered"),
           QT_TRANSLATE_NOOP("Finding",
                             "The Gateway refused them. Deliver them again, or dismiss them.") },
    Rule { Code::Expired, "expired", Messages, S::ActionRequired, Action::ShowActivity,
           &perAccount<hasAny<&QueueDepths::inboundExpired, ActivityState::Expired>>,
           QT_TRANSLATE_N_NOOP("Finding", "%n message(s) got no answer in time"),
           QT_TRANSLATE_NOOP("Finding",
                             "They waited too long for the Gateway. Deliver them if they still "
                             "matter.") },
    Rule {
        Code::TurnsFailed, "turnsFailed", Messages, S::ActionRequired, Action::ShowActivity,
        &perAccount<
            hasAny<&QueueDepths::inboundFailed, ActivityState::Failed, ActivityPart::FailedTurns>>,
        QT_TRANSLATE_N_NOOP("Finding", "the bot failed to answer %n message(s)"),
        QT_TRANSLATE_NOOP("Finding",
                          "Each of them says why. Hand them to the bot again, or dismiss "
                          "them.") },
    Rule {
        Code::SendsFailed, "sendsFailed", Messages, S::ActionRequired, Action::ShowActivity,
        &perAccount<
            hasAny<&QueueDepths::outboundFailed, ActivityState::Failed, ActivityPart::FailedSends>>,
        QT_TRANSLATE_N_NOOP("Finding", "%n message(s) could not be sent"),
        QT_TRANSLATE_NOOP("Finding", "Send them again, or dismiss them.") },
    Rule { Code::Uncertain, "uncertain", Messages, S::ActionRequired, Action::ShowActivity,
           &perAccount<hasAny<&QueueDepths::outboundUncertain, ActivityState::Uncertain>>,
           QT_TRANSLATE_N_NOOP("Finding", "%n message(s) possibly sent"),
           QT_TRANSLATE_NOOP("Finding",
                             "Zalo did not confirm them. Look into the chat and decide whether to "
                             "send them again.") },
    Rule { Code::OtherAccountWaits, "otherAccountWaits", Messages, S::ActionRequired, Action::LogIn,
           &otherAccounts,
           QT_TRANSLATE_N_NOOP("Finding", "%n message(s) waiting for the account “%1”"),
           QT_TRANSLATE_NOOP("Finding",
                             "“%1” was logged in here before. Log in with it again, or discard "
                             "what waits in the overview.") },
    Rule { Code::ProfileShared, "profileShared", Gateway, S::ActionRequired, Action::None,
           &perAccount<isProfileShared>,
           QT_TRANSLATE_NOOP("Finding", "accounts of the Gateway (%1) share the profile “%2”"),
           QT_TRANSLATE_NOOP("Finding",
                             "Only the first of them gets its messages, and after a restart that "
                             "may be another one. Give each account a profile of its own in the "
                             "Gateway's configuration (channels.zalouser.accounts).") },
    Rule { Code::PluginOutdated, "pluginOutdated", Gateway, S::ActionRequired, Action::UpdatePlugin,
           &once<isPluginOutdated>,
           QT_TRANSLATE_NOOP("Finding", "the Gateway's plugin is out of date"),
           QT_TRANSLATE_NOOP("Finding", "Some features need an update.") },

    Rule { Code::RelayPaused, "relayPaused", Delivery, S::Paused, Action::ResumeRelay,
           &once<isRelayPaused>, QT_TRANSLATE_NOOP("Finding", "the bot is paused"),
           QT_TRANSLATE_NOOP("Finding", "Messages are kept here and wait until you resume it."),
           Holds::Everybody, S::ActionRequired },
    Rule { Code::CoolDown, "coolDown", Delivery, S::Paused, Action::EndCoolDown,
           &perAccount<isCoolingDown>, QT_TRANSLATE_NOOP("Finding", "sending is paused until %1"),
           QT_TRANSLATE_NOOP("Finding",
                             "Zalo limits how much this account sends: a message was refused or "
                             "dropped. Sending resumes automatically then; incoming messages "
                             "arrive as before."),
           Holds::Everybody },
    Rule { Code::ChatsPaused, "chatsPaused", Delivery, S::Paused, Action::ShowPausedChats,
           &perAccount<areChatsPaused>,
           QT_TRANSLATE_N_NOOP("Finding", "the bot is paused in %n chat(s)"),
           QT_TRANSLATE_NOOP("Finding", "What is written there waits until the bot is resumed."),
           Holds::PausedChats },

    Rule { Code::Unreachable, "unreachable", Session, S::Unavailable, Action::Reconnect,
           &perAccount<isUnreachable>, QT_TRANSLATE_NOOP("Finding", "Zalo cannot be reached"),
           QT_TRANSLATE_NOOP("Finding", "Check the internet connection. Retrying automatically."),
           Holds::Everybody },
    Rule { Code::LoginRefused, "loginRefused", Session, S::Unavailable, Action::Reconnect,
           &perAccount<isLoginRefused>, QT_TRANSLATE_NOOP("Finding", "Zalo refused the login"), "",
           Holds::Everybody, S::Unavailable },
    Rule { Code::GatewayNotSetUp, "gatewayNotSetUp", Gateway, S::Unavailable, Action::SetUpGateway,
           &once<isGatewayNotSetUp>, QT_TRANSLATE_NOOP("Finding", "no Gateway is set up yet"),
           QT_TRANSLATE_NOOP("Finding", "Messages are kept here and wait for it."),
           Holds::Everybody, S::ActionRequired },
    Rule { Code::GatewayAway, "gatewayAway", Gateway, S::Unavailable, Action::None,
           &once<isGatewayAway>, QT_TRANSLATE_NOOP("Finding", "no Gateway is connected"),
           QT_TRANSLATE_NOOP("Finding", "Messages are kept here and wait for it."),
           Holds::Everybody, S::ActionRequired },

    Rule { Code::GatewaySilent, "gatewaySilent", Gateway, S::Working, Action::None,
           &once<bridgeIs<BridgeState::Kind::Silent>>,
           QT_TRANSLATE_NOOP("Finding", "the Gateway does not answer"),
           QT_TRANSLATE_NOOP("Finding", "Messages are kept here. Retrying automatically."),
           Holds::Everybody, S::ActionRequired },
    Rule { Code::Reconnecting, "reconnecting", Session, S::Working, Action::Reconnect,
           &perAccount<isReconnecting>, QT_TRANSLATE_NOOP("Finding", "connecting to Zalo again"),
           QT_TRANSLATE_NOOP("Finding", "The connection broke. Retrying automatically."),
           Holds::Everybody, S::Unavailable },
    Rule { Code::Connecting, "connecting", Session, S::Working, Action::None,
           &perAccount<sessionIs<SessionState::Connecting>>,
           QT_TRANSLATE_NOOP("Finding", "connecting to Zalo"),
           QT_TRANSLATE_NOOP("Finding", "This takes a moment."), Holds::Everybody, S::Unavailable },
    Rule { Code::LoggingIn, "loggingIn", Session, S::Working, Action::None,
           &perAccount<sessionIs<SessionState::LoggingIn>>,
           QT_TRANSLATE_NOOP("Finding", "waiting for the QR code to be scanned"),
           QT_TRANSLATE_NOOP("Finding", "Scan the QR code with Zalo on your phone."),
           Holds::Everybody, S::Unavailable },
    Rule { Code::DeliveringBacklog, "deliveringBacklog", Delivery, S::Working, Action::None,
           &perAccount<isDeliveringBacklog>,
           QT_TRANSLATE_N_NOOP("Finding", "delivering %n message(s) that waited"),
           QT_TRANSLATE_NOOP("Finding", "The bot gets them at a pace that it can follow."),
           Holds::Everybody },
    Rule { Code::Starting, "starting", Program, S::Working, Action::None, &once<isStarting>,
           QT_TRANSLATE_NOOP("Finding", "starting"),
           QT_TRANSLATE_NOOP("Finding", "The program zca is being looked for."), Holds::Everybody },
};

consteval bool areInOrder()
{
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (rules[i].code != FindingCode(i)
            || (i > 0 && rules[i].severity < rules[i - 1].severity)) {
            return false;
        }
    }
    return rules.size() == std::size_t(FindingCode::Starting) + 1;
}
static_assert(areInOrder(), "one row for each FindingCode, in its order, the worst first");

} // namespace

std::span<const Rule> healthRules()
{
    return rules;
}

const Rule& ruleOf(FindingCode code)
{
    return rules[std::size_t(code)];
}

} // namespace zalo
