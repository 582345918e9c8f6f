// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"

namespace zalo {

//! What a person calls the account, else its name at Zalo, else, until that is known, its
//! profile's.
[[nodiscard]] QString accountName(const ProfileSnapshot& profile);

[[nodiscard]] QString accountName(const WaitingAccount& account);

} // namespace zalo
