// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace zalo {

//! That a row of `inbound` was accepted by the Gateway and got no answer that somebody has to see
//! to, as a condition of SQL: its turn failed, or never began. What a rule of the Gateway drops is
//! no such thing. The index `inbound_failed` and the triggers have it by these very words.
[[nodiscard]] QString failedTurn();

//! What is kept of who waits, so that nobody counts it: of each conversation since when, of each
//! account in how many, and how many turns failed.
[[nodiscard]] QStringList waitingMigration();

} // namespace zalo
