// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "home.h"

#include <QStringList>

namespace zalo::sim {

//! `zca-sim ctl …`: plays the phone, the other people and the misfortunes. Comes back when the
//! effect is there; gives the exit code. README.md has the commands.
[[nodiscard]] int runCtl(const Home& home, QStringList args);

} // namespace zalo::sim
