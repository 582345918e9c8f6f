// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/sessionstate.h"
#include "core/statereason.h"

#include <QMetaType>

#include <optional>

namespace zalo {

//! The one thing a person can do next.
enum class NextStep
{
    None,
    InstallZca,
    CheckZca,
    UpdateZca,
    LogIn,
    Reconnect,
    Wait
};

//! When it is tried again, and what was tried in vain since it last worked.
struct RetryStatus
{
    qint64 nextTryMs = 0; //!< 0: nothing waits to be tried
    int failedConnections = 0; //!< broken, or Zalo was not reached
    int refusedLogins = 0; //!< by Zalo
    bool isLoginDoubtful = false; //!< they may never be taken again

    friend bool operator==(const RetryStatus&, const RetryStatus&) = default;
};

//! The truth about a session at one instant.
struct SessionStatus
{
    SessionState state = SessionState::Connecting; //!< until somebody has looked
    qint64 sinceMs = 0;
    qint64 lastVerifiedAtMs = 0; //!< when the connection was last verified; 0: never yet
    std::optional<StateReason> reason; //!< why it is not Online, where that is known
    NextStep nextStep = NextStep::None;
    RetryStatus retry {};
    qint64 lastVerifiedBootMs = 0; //!< lastVerifiedAtMs by Clock::bootMs

    friend bool operator==(const SessionStatus&, const SessionStatus&) = default;
};

//! One change of a session, for its history.
struct SessionChange
{
    qint64 atMs = 0;
    SessionState state = SessionState::Connecting;
    std::optional<StateReason> reason; //!< what it was seen by; none where that is the state itself

    friend bool operator==(const SessionChange&, const SessionChange&) = default;
};

//! The step's name on the bridge and in `--json`.
[[nodiscard]] QString nextStepName(NextStep step);

//! The step as a sentence that says what to do; empty for None.
[[nodiscard]] QString nextStepText(NextStep step, TextLanguage language = TextLanguage::People);

//! What a person can do about a session in this state, whatever its `nextStep` says.
[[nodiscard]] NextStep nextStepFor(const SessionStatus& status);

} // namespace zalo

Q_DECLARE_METATYPE(zalo::SessionStatus)
Q_DECLARE_METATYPE(zalo::SessionChange)
