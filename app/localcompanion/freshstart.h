// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "platform/runtimepaths.h"

#include <QDateTime>

namespace zalo {

//! What a person wants to be rid of before the program runs anew.
enum class FreshStart
{
    ForgetEverything,
    SetDamagedAside
};

//! Does it, while nothing uses the files. ForgetEverything: what is in the folders of data, state
//! and cache is gone; settings stay. SetDamagedAside: the relay's database and its log are renamed
//! to `relay.damaged-<time>.sqlite`. FileUnwritable names what could not be done.
[[nodiscard]] Result<void> prepareFreshStart(FreshStart how, const RuntimePaths& paths,
                                             const QDateTime& now);

} // namespace zalo
