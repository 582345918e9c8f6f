// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "health/finding.h"

#include <span>

namespace zalo {

//! Whom a finding keeps waiting, of those who wait in its accounts.
enum class Holds
{
    Nobody,
    Everybody,
    WithoutGateway, //!< everybody, where no Gateway is connected
    PausedChats, //!< those in chats in which the bot is paused; of the others all the rest is said
    TheRest //!< whom nothing else keeps waiting; found only where there is somebody
};

//! One row of the table that decides what state this program is in.
struct Rule
{
    FindingCode code {};
    const char* name = ""; //!< in JSON
    FindingKind kind {};
    Severity severity {};
    HealthAction action {}; //!< what mends it, unless `collect` names something better
    //! Everything that it finds, without what the row says already.
    QList<Finding> (*collect)(const Snapshot& snapshot) = nullptr;
    //! Why nothing comes, as a clause that may stand behind a colon: it begins as it would within a
    //! sentence and has no full stop. %n: the count; %1: until when, or else the subject; %2: the
    //! profile, beside %1.
    const char* cause = "";
    //! One sentence more: why, or what to do. %1 as above. Empty: the finding's reason says it.
    const char* detail = "";
    Holds holds = Holds::Nobody;
    //! What it is where somebody has waited for longer than a short time because of it.
    Severity overdue = severity;
};

//! All rows, in the order of FindingCode.
[[nodiscard]] std::span<const Rule> healthRules();
[[nodiscard]] const Rule& ruleOf(FindingCode code);

} // namespace zalo
