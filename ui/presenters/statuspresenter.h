// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"
#include "ui/presenters/statusview.h"

namespace zalo {

//! The whole program's state: that of what needs a person most.
[[nodiscard]] StatusView presentStatus(const Snapshot& snapshot);

//! The same for one account, with what all accounts share.
[[nodiscard]] StatusView presentStatus(const Snapshot& snapshot, const QString& profile);

} // namespace zalo
