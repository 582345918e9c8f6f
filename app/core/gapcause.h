// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/statereason.h"

namespace zalo {

//! Why the connection to Zalo was not verified for a while.
enum class GapCause
{
    NotRunning, //!< no companion ran
    Offline,
    Kicked,
    Duplicate,
    Expired,
    ZcaSilent,
    NotLoggedIn,
    NativeChannel,
    Renewed, //!< our own doing, where nobody can tell how the connection is
    Slept,
    ZcaMissing,
    ZcaBroken,
    Storage, //!< messages could not be stored
    AsksHistory, //!< our own doing: missed messages were asked for
    Interrupted //!< anything else
};

//! The cause that the end of a connection for this reason is.
[[nodiscard]] GapCause gapCauseOf(const StateReason& reason);

//! The cause's name in the database, on the bridge and in `--json`; it never changes.
[[nodiscard]] QString gapCauseName(GapCause cause);
//! The cause of a name; Interrupted for one that this version does not know.
[[nodiscard]] GapCause gapCauseOfName(QStringView name);

} // namespace zalo
