// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"
#include "storage/database.h"

// Statements on the history of the sessions' states.
namespace zalo::sessioneventtable {

//! Of one profile so many changes are kept.
constexpr int Kept = 500;

[[nodiscard]] Result<void> append(Database& db, const SessionEvent& row);
//! Newest first.
[[nodiscard]] Result<QList<SessionEvent>> newest(Database& db, const QString& profile,
                                                 const QString& account, int limit);

} // namespace zalo::sessioneventtable
