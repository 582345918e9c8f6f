// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "findingexamples.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo::test {
namespace {

constexpr qint64 At = 1'795'000'000'000;

void setSession(Snapshot& snapshot, SessionState state,
                const std::optional<StateReason>& reason = {})
{
    SessionStatus& session = snapshot.profiles.first().session;
    session.state = state;
    session.sinceMs = At;
    session.reason = reason;
}

void setStorage(Snapshot& snapshot, DeliveryState state, ErrorKind kind)
{
    snapshot.delivery = state;
    snapshot.deliverySinceMs = At;
    snapshot.storageError = Error { kind, u"/data/relay.sqlite"_s };
}

void refuseLogin(Snapshot& snapshot, bool isDoubtful)
{
    setSession(snapshot, SessionState::Reconnecting, Error { ErrorKind::LoginRefused, {} });
    snapshot.profiles.first().session.retry = { At + 60'000, 0, 2, isDoubtful };
}

} // namespace

Snapshot wellSnapshot()
{
    ProfileSnapshot profile;
    profile.profile = u"default"_s;
    profile.account = Account { u"51"_s, u"Mẹ Lan"_s, {}, {}, {} };
    profile.session = { SessionState::Online, At, At, {}, NextStep::None };
    Snapshot snapshot;
    snapshot.mode = RunMode::Window;
    snapshot.zcaPath = u"/usr/bin/zca"_s;
    snapshot.zcaVersion = u"0.1.58"_s;
    snapshot.bridgeState = BridgeState::Kind::Connected;
    snapshot.gateways = { { u"g1"_s, u"OpenClaw"_s, true, true, At, u"1.0.0"_s, false } };
    snapshot.profiles = { profile };
    return snapshot;
}

Snapshot snapshotWith(FindingCode code)
{
    Snapshot snapshot = wellSnapshot();
    ProfileSnapshot& profile = snapshot.profiles.first();
    switch (code) {
    case FindingCode::StorageDamaged:
        setStorage(snapshot, DeliveryState::StorageDamaged, ErrorKind::StorageDamaged);
        break;
    case FindingCode::StorageFull:
        setStorage(snapshot, DeliveryState::StorageFull, ErrorKind::StorageFull);
        break;
    case FindingCode::StorageReadOnly:
        setStorage(snapshot, DeliveryState::StorageReadOnly, ErrorKind::StorageReadOnly);
        break;
    case FindingCode::StorageLocked:
        setStorage(snapshot, DeliveryState::StorageLocked, ErrorKind::StorageLocked);
        break;
    case FindingCode::StorageFailing:
        setStorage(snapshot, DeliveryState::StorageFailing, ErrorKind::StorageIoFailed);
        break;
    case FindingCode::KeysUnavailable:
        snapshot.bridgeState = BridgeState::Kind::KeyUnavailable;
        break;
    case FindingCode::SessionFailing:
        setSession(snapshot, SessionState::Error, Error { ErrorKind::ZcaBroken, u"node"_s });
        break;
    case FindingCode::ZcaMissing:
        snapshot.zcaError = Error { ErrorKind::ZcaMissing, {} };
        break;
    case FindingCode::ZcaOutdated:
        snapshot.zcaError = Error { ErrorKind::ZcaUsage, u"--raw"_s };
        break;
    case FindingCode::ZcaBroken:
        snapshot.zcaError = Error { ErrorKind::ZcaBroken, u"node"_s };
        break;
    case FindingCode::NoAccount:
        snapshot.profiles.clear();
        break;
    case FindingCode::LoggedOut:
        setSession(snapshot, SessionState::NeedsLogin);
        break;
    case FindingCode::LoginExpired:
        setSession(snapshot, SessionState::Expired, Error { ErrorKind::Expired, {} });
        break;
    case FindingCode::LoginDoubtful:
        refuseLogin(snapshot, true);
        break;
    case FindingCode::AccountInUse:
        setSession(snapshot, SessionState::Kicked, Error { ErrorKind::AccountInUse, u"work"_s });
        break;
    case FindingCode::TakenByOpenClaw:
        setSession(snapshot, SessionState::Duplicate,
                   Error { ErrorKind::NativeChannel, u"/home/lan/.openclaw/x.json"_s });
        break;
    case FindingCode::OpenedElsewhere:
        setSession(snapshot, SessionState::Kicked, Error { ErrorKind::Kicked, {} });
        break;
    case FindingCode::TakenOver:
        setSession(snapshot, SessionState::Duplicate, Error { ErrorKind::Duplicate, {} });
        break;
    case FindingCode::GatewayAwaitsApproval:
        snapshot.gateways << GatewayInfo { u"g2"_s, u"Another"_s, false, false, 0, {}, false };
        break;
    case FindingCode::PairingRequested:
        snapshot.pairings = {
            { .requestId = u"r1"_s, .gatewayId = u"g1"_s, .senderId = u"365"_s, .createdAtMs = At },
            { .requestId = u"r2"_s, .gatewayId = u"g1"_s, .senderId = u"366"_s, .createdAtMs = At }
        };
        break;
    case FindingCode::DeliveryStalled:
        profile.waiting = { 2, At };
        profile.isWaitOverdue = true;
        break;
    case FindingCode::Undeliverable:
        profile.queue.inboundDead = 2;
        break;
    case FindingCode::Expired:
        profile.queue.inboundExpired = 3;
        break;
    case FindingCode::TurnsFailed:
        profile.queue.inboundFailed = 5;
        break;
    case FindingCode::SendsFailed:
        profile.queue.outboundFailed = 6;
        break;
    case FindingCode::Uncertain:
        profile.queue.outboundUncertain = 4;
        break;
    case FindingCode::OtherAccountWaits:
        profile.otherAccounts = { { u"48"_s, u"Trần Quốc Bảo"_s, { .inboundWaiting = 7 } } };
        break;
    case FindingCode::ProfileShared:
        profile.gatewayAccounts = { u"default"_s, u"shop"_s };
        break;
    case FindingCode::PluginOutdated:
        snapshot.gateways.first().pluginOutdated = true;
        break;
    case FindingCode::RelayPaused:
        snapshot.delivery = DeliveryState::Paused;
        snapshot.deliverySinceMs = At;
        break;
    case FindingCode::CoolDown:
        profile.coolDownUntilMs = At;
        break;
    case FindingCode::ChatsPaused:
        profile.pauses = { { { profile.profile, {}, { u"61"_s, false } }, At },
                           { { profile.profile, {}, { u"62"_s, true } }, 0 } };
        break;
    case FindingCode::Unreachable:
        setSession(snapshot, SessionState::Offline, Error { ErrorKind::Offline, {} });
        break;
    case FindingCode::LoginRefused:
        refuseLogin(snapshot, false);
        break;
    case FindingCode::GatewayNotSetUp:
        snapshot.gateways.clear();
        snapshot.bridgeState = BridgeState::Kind::NoGateway;
        break;
    case FindingCode::GatewayAway:
        snapshot.gateways.first().connected = false;
        snapshot.bridgeState = BridgeState::Kind::NoGateway;
        break;
    case FindingCode::GatewaySilent:
        snapshot.bridgeState = BridgeState::Kind::Silent;
        break;
    case FindingCode::Reconnecting:
        setSession(snapshot, SessionState::Reconnecting, Error { ErrorKind::ZcaSilent, {} });
        break;
    case FindingCode::Connecting:
        setSession(snapshot, SessionState::Connecting);
        break;
    case FindingCode::LoggingIn:
        setSession(snapshot, SessionState::LoggingIn);
        break;
    case FindingCode::DeliveringBacklog:
        profile.backlog = { 340, 1'000 };
        break;
    case FindingCode::Starting:
        snapshot.profiles.clear();
        snapshot.zcaPath.clear();
        break;
    }
    return snapshot;
}

} // namespace zalo::test
