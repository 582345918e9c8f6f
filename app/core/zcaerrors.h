// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/errorentry.h"

namespace zalo {

//! The errors of the program zca.
inline constexpr ErrorEntry zcaErrors[] {
    { ErrorKind::ZcaMissing, "ZcaMissing", "zcaMissing", ErrorCode::Zca, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "The program zca was not found. Install it with “npm install -g openzca”, "
                        "or set ZALO_COMPANION_ZCA to its path.") },
    { ErrorKind::ZcaNotExecutable, "ZcaNotExecutable", "zcaMissing", ErrorCode::Zca,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "%1 is not executable. Run “chmod +x” on it, or set ZALO_COMPANION_ZCA to "
                        "another zca.") },
    { ErrorKind::ZcaBroken, "ZcaBroken", "zcaBroken", ErrorCode::Zca, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "The program found as zca is not a compatible zca (%1). Try “zca "
                        "--version” in a terminal, and reinstall it if that fails too.") },
    { ErrorKind::ZcaFailed, "ZcaFailed", "zcaBroken", ErrorCode::Zca, PossiblySent::OnceBegun,
      QT_TRANSLATE_NOOP("Error", "zca reported an error: %1") },
    { ErrorKind::ZcaSilent, "ZcaSilent", "timedOut", ErrorCode::NotDone, PossiblySent::OnceBegun,
      QT_TRANSLATE_NOOP("Error", "zca stopped responding and is being restarted (%1).") },
    { ErrorKind::ZcaUsage, "ZcaUsage", "zcaBroken", ErrorCode::Zca, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "This version of zca does not understand a call (%1). Update zca.") },
    { ErrorKind::OutputTooLarge, "OutputTooLarge", "zcaBroken", ErrorCode::Zca,
      PossiblySent::OnceBegun,
      QT_TRANSLATE_NOOP("Error",
                        "zca printed more than any answer needs (%1), so it was stopped.") },
};

} // namespace zalo
