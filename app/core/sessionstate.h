// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QStringView>

#include <optional>

namespace zalo {

//! Where one profile's connection to Zalo stands. A state changes only on evidence: a line of the
//! listener, an exit, an answered command, a deadline that passed.
enum class SessionState
{
    NoCli, //!< no usable zca
    NeedsLogin,
    LoggingIn,
    Connecting, //!< the listener was started, nothing is verified yet
    Online, //!< the listener said that it is connected
    Reconnecting,
    Kicked, //!< 3003: Zalo was opened elsewhere
    Duplicate, //!< 3000: another program uses this login
    Expired, //!< the cookie is dead
    Offline, //!< Zalo cannot be reached
    Error
};

//! The state's name in the database, on the bridge and in `--json` (PROTOCOL.md, "The snapshot");
//! it never changes.
[[nodiscard]] QString sessionStateName(SessionState state);

//! The state of a name; nothing for one that this version does not know.
[[nodiscard]] std::optional<SessionState> sessionStateOfName(QStringView name);

//! The state as people read it.
[[nodiscard]] QString sessionStateText(SessionState state,
                                       TextLanguage language = TextLanguage::People);

} // namespace zalo
