// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

namespace zalo {

//! True for the reasons that only a login ends.
[[nodiscard]] inline bool needsLogin(ErrorKind kind)
{
    return kind == ErrorKind::NotLoggedIn || kind == ErrorKind::Expired;
}

} // namespace zalo
