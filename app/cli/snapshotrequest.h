// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gatewaysetup/setupoptions.h"

namespace zalo {

//! Asks the companion that serves the control socket at `socketPath`, in English.
[[nodiscard]] SnapshotQuery snapshotQuery(const QString& socketPath, Timing::ms deadline);

} // namespace zalo
