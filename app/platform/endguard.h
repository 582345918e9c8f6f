// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>

namespace zalo {

//! Ends this process with status 1 after that time, unless it has ended by itself: an orderly end
//! waits for its threads, and a disk that does not answer lets a thread wait for ever. What was
//! acknowledged is on the disk by then, as after a kill.
void endWithin(std::chrono::milliseconds limit);

//! A write beyond the limit for a file's size (ulimit -f) fails from now on, as on a full disk, and
//! ends nothing. Programs that it starts are not concerned.
void reportFileLimit();

} // namespace zalo
