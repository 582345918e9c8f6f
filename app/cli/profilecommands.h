// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/terminalcommand.h"

namespace zalo {

//! What `profiles …` asks for; BadRequest says how it is typed.
[[nodiscard]] Result<TerminalCommand::Request> profilesRequest(const QStringList& arguments);

//! Of the snapshot: a line for each account with its profile, its state and its name.
[[nodiscard]] QString profilesText(const QJsonObject& snapshot);

//! The answer to `profiles add`, and how to go on.
[[nodiscard]] QString addedProfileText(const QJsonObject& answer);

} // namespace zalo
