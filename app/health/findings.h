// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "health/finding.h"

namespace zalo {

//! Everything that keeps somebody from an answer, the worst first. Empty: all is well.
[[nodiscard]] QList<Finding> findings(const Snapshot& snapshot);

//! Of these what concerns one account: its own, and what all accounts share.
[[nodiscard]] QList<Finding> findingsOf(const QString& profile, const QList<Finding>& all);

} // namespace zalo
