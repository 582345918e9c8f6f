// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inboundmessage.h"
#include "messagestore/relayrows.h"

#include <QJsonObject>

namespace zalo {

//! A message of the listener as parameters of `inbound.deliver` (PROTOCOL.md), without those that
//! the relay adds.
[[nodiscard]] QJsonObject deliveryPayload(const InboundMessage& message);

//! All parameters of `inbound.deliver` for a stored message; `isBacklog`: it waited for the
//! Gateway.
[[nodiscard]] QJsonObject deliveryParams(const InboundRow& row, bool isBacklog);

} // namespace zalo
