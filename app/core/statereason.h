// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <optional>
#include <variant>

namespace zalo {

//! What this program does to a connection of its own accord; no failure.
enum class StateCause
{
    Renewed, //!< nobody can tell how the connection is, so it is made anew from time to time
    Slept, //!< this machine was asleep
    Contested, //!< another program took the connection; whether it stays is found out
    OwnCommand, //!< a command of ours took the connection
    AsksHistory //!< what was missed is asked for once more, which takes the connection
};

//! Why a session is in its state: a cause of our own, or an error.
using StateReason = std::variant<StateCause, Error>;

//! The kind of the error that the reason is; nothing where there is no reason, or it is none.
[[nodiscard]] std::optional<ErrorKind> errorKindOf(const std::optional<StateReason>& reason);

//! The word for `reason.kind` on the bridge and in `--json` (PROTOCOL.md).
[[nodiscard]] QString stateReasonName(const StateReason& reason);

//! One sentence, for an error with what to do next.
[[nodiscard]] QString stateReasonText(const StateReason& reason,
                                      TextLanguage language = TextLanguage::People);

//! The name under which a cause is stored, beside the stored names of the errors; it never changes.
[[nodiscard]] QString storedStateCause(StateCause cause);
//! The cause of a stored name; nothing for any other name.
[[nodiscard]] std::optional<StateCause> stateCauseFromStored(QStringView name);

} // namespace zalo
