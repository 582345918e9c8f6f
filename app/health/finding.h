// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"

#include <QList>

#include <optional>

namespace zalo {

//! How much a finding matters, the worst first. Where there is none, all is well.
enum class Severity
{
    Error, //!< broken, and not by a choice
    ActionRequired, //!< nothing gets better until a person acts
    Paused, //!< a person or a limit holds it up
    Unavailable, //!< another part is away; nothing to do here
    Working //!< it is getting there by itself
};

//! What a finding is about; a person chooses by it what to be notified of.
enum class FindingKind
{
    Program, //!< zca, keys
    Storage,
    Session, //!< the connection to Zalo
    Gateway,
    Delivery, //!< what holds messages up here
    Messages, //!< single ones that need a decision
    Pairing //!< people who ask whether they may talk to the bot
};

//! Each thing that keeps somebody from an answer, the worst first: findings of one severity come in
//! this order. The row of each stands in rules.cpp.
enum class FindingCode
{
    StorageDamaged,
    StorageFull,
    StorageReadOnly,
    StorageLocked,
    StorageFailing,
    KeysUnavailable,
    SessionFailing,

    ZcaMissing,
    ZcaOutdated,
    ZcaBroken,
    NoAccount,
    LoggedOut,
    LoginExpired,
    LoginDoubtful, //!< refused so often that it may never be taken again
    AccountInUse, //!< connected in another profile
    TakenByOpenClaw, //!< its own Zalo channel may have the connection
    OpenedElsewhere,
    TakenOver, //!< another program uses the login
    GatewayAwaitsApproval,
    PairingRequested,
    DeliveryStalled, //!< everything seems well, and still somebody waits
    Undeliverable,
    Expired,
    TurnsFailed, //!< the Gateway took messages, and no answer came of them
    SendsFailed,
    Uncertain,
    OtherAccountWaits,
    ProfileShared, //!< several accounts of the Gateway use it, and one gets its messages
    PluginOutdated,

    RelayPaused,
    CoolDown,
    ChatsPaused,

    Unreachable, //!< Zalo is
    LoginRefused, //!< and it is tried again
    GatewayNotSetUp,
    GatewayAway,

    GatewaySilent,
    Reconnecting,
    Connecting,
    LoggingIn,
    DeliveringBacklog,
    Starting
};

//! What mends a finding.
enum class HealthAction
{
    None, //!< nothing, or nothing in this program
    LogIn,
    Reconnect,
    FindZca, //!< install zca, or set its path
    ResumeRelay,
    EndCoolDown, //!< resume sending before Zalo's limit ends
    Reset, //!< start over with an empty database: this one is damaged
    ApproveGateways,
    SetUpGateway,
    StartGateway, //!< the one of this machine, which is set up
    UpdatePlugin, //!< the Gateway's plugin is older than this program
    ShowActivity, //!< the lines that the finding is about
    ShowPairings, //!< who asks to talk to the bot
    ShowPausedChats //!< the conversations in which the bot is paused
};

//! One thing that keeps somebody from an answer, with what its words need (findingtext.h).
struct Finding
{
    FindingCode code = FindingCode::Starting;
    Severity severity = Severity::Working;
    HealthAction action = HealthAction::None;
    QString profile {}; //!< empty: it is of no single account
    QString account {}; //!< that one's name
    qint64 count = 0; //!< of what its words count
    qint64 sinceMs = 0; //!< 0: not known
    qint64 untilMs = 0; //!< it ends or is tried again then; 0: not known
    WaitingChats waiting {}; //!< whom it keeps from an answer; each is told of one finding
    QString subject {}; //!< a name, id or path that its words tell
    std::optional<StateReason> reason {}; //!< says more than the code does
    QList<ActivityState> states {}; //!< of the lines in the activity that it is about
    ActivityPart part = ActivityPart::All; //!< they are this part of the activity

    friend bool operator==(const Finding&, const Finding&) = default;
};

// Names in the snapshot's JSON (PROTOCOL.md); they never change.
[[nodiscard]] QString severityName(Severity severity);
[[nodiscard]] QString findingName(FindingCode code);
[[nodiscard]] QString healthActionName(HealthAction action);

} // namespace zalo
