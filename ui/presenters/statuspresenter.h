// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"
#include "ui/presenters/statusview.h"

namespace zalo {

//! The state of the whole program: its most severe finding.
[[nodiscard]] StatusView presentStatus(const Snapshot& snapshot);

//! The state of one account, including what all accounts share.
[[nodiscard]] StatusView presentStatus(const Snapshot& snapshot, const QString& profile);

} // namespace zalo
