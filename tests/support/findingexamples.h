// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "health/finding.h"

namespace zalo::test {

//! Everything is as it should be, with one account.
[[nodiscard]] Snapshot wellSnapshot();

//! As that, but for what the rule of `code` finds.
[[nodiscard]] Snapshot snapshotWith(FindingCode code);

} // namespace zalo::test
