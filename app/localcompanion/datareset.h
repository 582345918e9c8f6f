// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/dataservice.h"
#include "core/error.h"
#include "platform/runtimepaths.h"

#include <QDateTime>

namespace zalo {

//! Resets the data, while nothing uses the files. Everything: what is in the folders of data, state
//! and cache is deleted; settings stay. KeepDamaged: the relay's database and its log are renamed
//! to `relay.damaged-<time>.sqlite`. FileUnwritable names what could not be done.
[[nodiscard]] Result<void> resetData(ResetMode mode, const RuntimePaths& paths,
                                     const QDateTime& now);

} // namespace zalo
