// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"

namespace zalo {

//! The account's name, or its profile's while the name is not known.
[[nodiscard]] QString accountName(const ProfileSnapshot& profile);

//! What to do or to know about a session in this state, for a window: it has a button
//! where errorText() names a command.
[[nodiscard]] QString sessionDetail(const SessionStatus& session);

} // namespace zalo
