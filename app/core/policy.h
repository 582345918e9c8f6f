// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/limits.h"
#include "core/timing.h"

namespace zalo {

//! Both together, for whoever hands them on. A part takes only what it needs of them.
struct Policy : Timing, Limits
{
    //! The same policy with every time multiplied; counts stay.
    [[nodiscard]] Policy scaled(double factor) const
    {
        Policy policy = *this;
        static_cast<Timing&>(policy) = Timing::scaled(factor);
        return policy;
    }
};

} // namespace zalo
