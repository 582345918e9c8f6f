// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"

namespace zalo {

//! What a person reads a Gateway by: what it calls itself, else its id.
[[nodiscard]] QString gatewayName(const GatewayInfo& gateway);

//! Those that were approved, or those that wait for it, in the snapshot's order.
[[nodiscard]] QList<GatewayInfo> gatewaysWhere(bool approved, const Snapshot& snapshot);

} // namespace zalo
