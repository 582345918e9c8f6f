// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"
#include "ui/presenters/statusview.h"

namespace zalo {

//! The icon of the worst of these findings' severities; nothing: all is well.
[[nodiscard]] StatusIcon statusIcon(std::optional<Severity> severity);

//! The button that mends a finding; nothing where there is none.
[[nodiscard]] std::optional<StatusAction> statusAction(const Finding& finding);

//! The state of the whole program: its worst finding.
[[nodiscard]] StatusView presentStatus(const Snapshot& snapshot);

//! The state of one account, including what all accounts share.
[[nodiscard]] StatusView presentStatus(const Snapshot& snapshot, const QString& profile);

} // namespace zalo
