// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"

namespace zalo {

//! What waits for an account that is not logged in now, and until when.
[[nodiscard]] QString waitingAccountText(const WaitingAccount& account);

} // namespace zalo
