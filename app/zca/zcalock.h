// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace zalo {

//! Whom zca's lock on a profile's listener names. To zca any living process is an owner, whatever
//! it does; the file outlives a loss of power, and the number is another process's then (ZCA.md
//! 10).
enum class LockOwner
{
    Gone, //!< no such process any more: zca breaks the lock by itself
    Listener, //!< a zca that listens, or a process that cannot be looked at
    Foreign //!< something else
};

//! What the process with this number is now.
[[nodiscard]] LockOwner lockOwner(qint64 pid);

} // namespace zalo
