// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"

namespace zalo {

//! What a message that waits is held up by, the first one that has to end.
enum class WaitReason
{
    Turn, //!< nothing: it is its turn soon
    StorageStopped,
    RelayPaused,
    AccountAway, //!< it belongs to an account that is not logged in
    ThreadPaused, //!< the bot is, in this conversation
    NoGateway, //!< inbound
    GatewayUnapproved, //!< inbound
    GatewaySilent, //!< inbound
    CoolDown //!< outbound: Zalo's limit
};

//! Of a message that waits for the Gateway or to be sent.
[[nodiscard]] WaitReason waitReason(const ActivityItem& item, const Snapshot& snapshot);

//! The same in people's words; empty where it does not wait, where nothing holds it up, and where
//! activityReasonText() says it.
[[nodiscard]] QString waitText(const ActivityItem& item, const Snapshot& snapshot);

//! What keeps people of this account, or of all where `profile` is empty, from an answer, with how
//! many they are: a line for each cause, the worst first.
[[nodiscard]] QStringList waitingReasons(const Snapshot& snapshot, const QString& profile);

} // namespace zalo
