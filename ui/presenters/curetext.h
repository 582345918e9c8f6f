// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/cureservice.h"
#include "messagestore/relayrows.h"

namespace zalo {

// The words of a cure: what it is called, what it means, and which values it changes.

//! As on a button, with its mnemonic.
[[nodiscard]] QString cureButtonText(Cure cure);
//! The same as a title.
[[nodiscard]] QString cureTitle(Cure cure);
//! What the bot does from then on, for this message.
[[nodiscard]] QString cureMeaning(Cure cure, const ActivityItem& item);
//! After it was done, one or two words.
[[nodiscard]] QString cureDoneText(Cure cure);

//! A line for each value that changes: its name, what it was, what it becomes.
[[nodiscard]] QStringList changeLines(const QList<ConfigChange>& changes);

} // namespace zalo
