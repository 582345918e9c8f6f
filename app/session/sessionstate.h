// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QMetaType>

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

//! The one thing a person can do next.
enum class NextStep
{
    None,
    InstallZca,
    CheckZca,
    LogIn,
    Reconnect,
    Wait
};

//! The truth about a session at one instant.
struct SessionStatus
{
    SessionState state = SessionState::Connecting; //!< until somebody has looked
    qint64 sinceMs = 0;
    qint64 lastVerifiedAtMs = 0; //!< when the connection was last verified; 0: never yet
    std::optional<Error> reason; //!< why it is not Online, where that is known
    NextStep nextStep = NextStep::None;

    friend bool operator==(const SessionStatus&, const SessionStatus&) = default;
};

//! One change of a session, for its history.
struct SessionChange
{
    qint64 atMs = 0;
    SessionState state = SessionState::Connecting;
    std::optional<Error> reason; //!< what it was seen by; none where that is the state itself
    bool isRoutine = false; //!< of a renewal that went well: no news for anybody

    friend bool operator==(const SessionChange&, const SessionChange&) = default;
};

//! The state's name on the bridge and in `--json` (PROTOCOL.md, "The snapshot").
[[nodiscard]] QString sessionStateName(SessionState state);

//! The state of a name; nothing for one that this version does not know.
[[nodiscard]] std::optional<SessionState> sessionStateOfName(QStringView name);

//! The state as people read it.
[[nodiscard]] QString sessionStateText(SessionState state,
                                       TextLanguage language = TextLanguage::People);

//! The step's name on the bridge and in `--json`.
[[nodiscard]] QString nextStepName(NextStep step);

//! The step as a sentence that says what to do; empty for None.
[[nodiscard]] QString nextStepText(NextStep step, TextLanguage language = TextLanguage::People);

//! What a person can do about a session in this state.
[[nodiscard]] NextStep nextStepFor(SessionState state, const std::optional<Error>& reason);

} // namespace zalo

Q_DECLARE_METATYPE(zalo::SessionStatus)
Q_DECLARE_METATYPE(zalo::SessionChange)
