// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gatewaysetup/setupoptions.h"

namespace zalo {

//! Asks the companion that owns `dataFolder`, in English.
[[nodiscard]] SnapshotQuery snapshotQuery(const QString& dataFolder, const Timing& timing);

} // namespace zalo
