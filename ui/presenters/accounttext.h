// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"

namespace zalo {

//! The account's display name, or its profile's name (its id) until it is known.
[[nodiscard]] QString accountName(const ProfileSnapshot& profile);

[[nodiscard]] QString accountName(const WaitingAccount& account);

//! What waits for an account that is not logged in now, and until when.
[[nodiscard]] QString waitingAccountText(const WaitingAccount& account);

//! What to do or know about a session in this state. Unlike errorText() it refers to a button of
//! the window, not to a command.
[[nodiscard]] QString sessionDetail(const SessionStatus& session);

} // namespace zalo
