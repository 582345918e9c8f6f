// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"

#include <optional>

namespace zalo {

//! A process as /proc shows it.
struct ProcessFacts
{
    bool isGateway = false; //!< this user's, and it calls itself openclaw-gateway
    qint64 startedMs = 0; //!< wall clock

    friend bool operator==(const ProcessFacts&, const ProcessFacts&) = default;
};

//! Nothing where no such process runs; one that ended and was not waited for counts as none.
[[nodiscard]] std::optional<ProcessFacts> processFacts(qint64 pid, const Clock& clock);

//! Asks a process of this user to end, as Ctrl+C in its terminal does.
void askToEnd(qint64 pid);

} // namespace zalo
