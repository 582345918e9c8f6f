// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/errorentry.h"

namespace zalo {

//! The errors that any command can have.
inline constexpr ErrorEntry commandErrors[] {
    { ErrorKind::TimedOut, "TimedOut", "timedOut", ErrorCode::NotDone, PossiblySent::OnceBegun,
      QT_TRANSLATE_NOOP("Error", "There was no answer in time (%1). Try again.") },
    { ErrorKind::Cancelled, "Cancelled", "cancelled", ErrorCode::NotDone, PossiblySent::OnceBegun,
      QT_TRANSLATE_NOOP("Error", "Cancelled.") },
    { ErrorKind::Uncertain, "Uncertain", "uncertain", ErrorCode::Uncertain, PossiblySent::Always,
      QT_TRANSLATE_NOOP("Error",
                        "It is not certain whether the message was sent. Look in Zalo before you "
                        "send it again.") },
};

} // namespace zalo
