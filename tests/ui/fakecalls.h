// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QStringList>

#include <optional>

namespace zalo::test {

//! What the fakes of a test share: what they were asked for, one line a call ("reconnect default"),
//! and what they answer with where they can fail.
struct FakeCalls
{
    QStringList asked;
    std::optional<Error> fails;

    [[nodiscard]] Result<void> answer() const
    {
        return fails ? Result<void>(tl::unexpected(*fails)) : Result<void>();
    }
};

} // namespace zalo::test
