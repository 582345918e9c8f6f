// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"

class QJsonObject;

namespace zalo {

//! `{requests: […]}` for a terminal of the same user: with the code and what the person wrote,
//! which the bridge does not tell.
[[nodiscard]] QJsonObject pairingsJson(const Snapshot& snapshot);

//! The one request that a person means by its id, its code or its sender's user id. PairingGone
//! where there is none, BadRequest where there are several.
[[nodiscard]] Result<PairingRequest> pairingOf(const Snapshot& snapshot, const QString& id);

} // namespace zalo
