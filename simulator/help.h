// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commands.h"

namespace zalo::sim {

//! The help of a command or group, byte for byte as the real program's library lays it out in 80
//! columns. `zcaCli`: only what that dialect knows, under its name.
[[nodiscard]] QByteArray helpText(const CommandSpec& spec, bool zcaCli);

} // namespace zalo::sim
