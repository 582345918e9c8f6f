// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/presenters/waittext.h"

#include "core/timetext.h"
#include "health/findings.h"
#include "health/findingtext.h"

#include <QCoreApplication>

namespace zalo {
namespace {

struct WaitText
{
    Q_DECLARE_TR_FUNCTIONS(WaitText)
};

bool isAccountAway(const ActivityItem& item, const ProfileSnapshot* profile)
{
    if (item.account.isEmpty()) {
        return false;
    }
    return !profile || !profile->account || profile->account->userId != item.account;
}

//! What the Gateway has to do with it.
WaitReason gatewayReason(const Snapshot& snapshot)
{
    switch (snapshot.bridgeState.value_or(BridgeState::Kind::NoGateway)) {
    case BridgeState::Kind::Connected:
        return WaitReason::Turn;
    case BridgeState::Kind::AwaitingApproval:
        return WaitReason::GatewayUnapproved;
    case BridgeState::Kind::Silent:
        return WaitReason::GatewaySilent;
    case BridgeState::Kind::NoGateway:
    case BridgeState::Kind::KeyUnavailable:
        return WaitReason::NoGateway;
    }
    Q_UNREACHABLE();
}

} // namespace

WaitReason waitReason(const ActivityItem& item, const Snapshot& snapshot)
{
    if (snapshot.delivery != DeliveryState::Running) {
        return snapshot.delivery == DeliveryState::Paused ? WaitReason::RelayPaused
                                                          : WaitReason::StorageStopped;
    }
    const ProfileSnapshot* profile = snapshot.find(item.profile);
    if (isAccountAway(item, profile)) {
        return WaitReason::AccountAway;
    }
    if (item.text && item.text->isThreadPaused) {
        return WaitReason::ThreadPaused;
    }
    if (item.kind == ActivityItem::Kind::Inbound) {
        return gatewayReason(snapshot);
    }
    return profile && profile->coolDownUntilMs > 0 ? WaitReason::CoolDown : WaitReason::Turn;
}

QString waitText(const ActivityItem& item, const Snapshot& snapshot)
{
    const ActivityState state = item.effectiveState();
    if (state != ActivityState::Waiting && state != ActivityState::Queued) {
        return {};
    }
    switch (waitReason(item, snapshot)) {
    case WaitReason::Turn:
    case WaitReason::ThreadPaused:
        return {};
    case WaitReason::StorageStopped:
        return snapshot.storageError ? errorText(*snapshot.storageError) : QString();
    case WaitReason::RelayPaused:
        return WaitText::tr("The bot is paused everywhere. Resume it on the overview.");
    case WaitReason::AccountAway:
        return WaitText::tr("It belongs to another Zalo account. It goes on when that account is "
                            "logged in again.");
    case WaitReason::NoGateway:
        return WaitText::tr("No Gateway is connected. It is delivered as soon as one is.");
    case WaitReason::GatewayUnapproved:
        return WaitText::tr("A Gateway waits for your approval on the overview.");
    case WaitReason::GatewaySilent:
        return WaitText::tr("The Gateway does not answer. Retrying automatically.");
    case WaitReason::CoolDown:
        return WaitText::tr("Zalo asked for a pause. Sending goes on at %1.")
            .arg(timeText(snapshot.find(item.profile)->coolDownUntilMs));
    }
    Q_UNREACHABLE();
}

QStringList waitingReasons(const Snapshot& snapshot, const QString& profile)
{
    const QList<Finding> all = findings(snapshot);
    QStringList reasons;
    for (const Finding& finding : profile.isEmpty() ? all : findingsOf(profile, all)) {
        if (finding.waiting.count > 0) {
            reasons << findingTitle(finding);
        }
    }
    return reasons;
}

} // namespace zalo
