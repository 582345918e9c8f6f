// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companion/cureservice.h"

#include <algorithm>

namespace zalo {

CurePlan CurePlan::inverse() const
{
    CurePlan back = *this;
    std::reverse(back.changes.begin(), back.changes.end());
    for (ConfigChange& change : back.changes) {
        std::swap(change.before, change.after);
    }
    back.losesComments = false; // there are none any more
    return back;
}

} // namespace zalo
