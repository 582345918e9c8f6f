// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/terminalcommand.h"

namespace zalo {

//! What `pairing …` asks for; BadRequest says how it is typed.
[[nodiscard]] Result<TerminalCommand::Request> pairingRequest(const QStringList& arguments);

//! The answer to `pairing list`: who asks, since when, and below it what they wrote.
[[nodiscard]] QString pairingsText(const QJsonObject& answer);

//! The answer to `pairing approve` and `pairing dismiss`.
[[nodiscard]] QString approvedPairingText(const QJsonObject& answer);
[[nodiscard]] QString dismissedPairingText();

} // namespace zalo
