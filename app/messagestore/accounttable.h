// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"
#include "storage/database.h"

// Statements on whose the stored things are, for jobs on the worker (see AccountStore for what each
// of them means).
namespace zalo::accounttable {

//! The account is logged in in the profile: it is the last one there, and what is kept of threads,
//! times and gaps becomes its own, as far as it is nobody's or was in another profile.
[[nodiscard]] Result<void> settle(Database& db, const QString& profile, const QString& account,
                                  const QString& name);
//! Gives it at most `limit` messages of each direction that are nobody's; true while there may be
//! more.
[[nodiscard]] Result<bool> claim(Database& db, const QString& profile, const QString& account,
                                 int limit);
//! Brings what it has waiting in other profiles to this one.
[[nodiscard]] Result<void> move(Database& db, const QString& profile, const QString& account);

[[nodiscard]] Result<QHash<QString, QString>> names(Database& db);
[[nodiscard]] Result<int> discard(Database& db, const QString& profile, const QString& account);

} // namespace zalo::accounttable
