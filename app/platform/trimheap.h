// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

namespace zalo {

//! Gives the system back what the program has freed. The allocator keeps it for each thread, and
//! after a big list that is many times what the program needs for days. Takes some milliseconds:
//! call it on a worker.
void trimHeap();

} // namespace zalo
