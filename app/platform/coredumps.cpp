// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/coredumps.h"

#include <sys/prctl.h>

namespace zalo {

void forbidCoreDumps()
{
    ::prctl(PR_SET_DUMPABLE, 0);
}

} // namespace zalo
