// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"

namespace zalo {

//! The account's display name, or its profile's name (its id) until it is known.
[[nodiscard]] QString accountName(const ProfileSnapshot& profile);

[[nodiscard]] QString accountName(const WaitingAccount& account);

} // namespace zalo
