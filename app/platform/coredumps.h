// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

namespace zalo {

//! From now on this process leaves no core dump, which would hold keys and texts, and other
//! processes of the user cannot read its memory (prctl(2), PR_SET_DUMPABLE). Programs that it
//! starts are not concerned.
void forbidCoreDumps();

} // namespace zalo
