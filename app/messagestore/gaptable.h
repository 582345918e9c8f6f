// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"
#include "storage/database.h"

// Statements on the table of connection gaps, for jobs on the worker (see SessionStore for what
// each of them means).
namespace zalo::gaptable {

[[nodiscard]] Result<void> open(Database& db, const QString& profile, const QString& account,
                                const Moment& from, GapCause cause);
[[nodiscard]] Result<void> close(Database& db, const QString& profile, const QString& account,
                                 const Moment& to);
[[nodiscard]] Result<void> settle(Database& db, const QString& profile, const QString& account,
                                  const RecoveryResult& result);
//! The first that is open, or that nobody asked for to the end; 0: none.
[[nodiscard]] Result<qint64> firstUnsettled(Database& db, const QString& profile,
                                            const QString& account, qint64 sinceMs);
[[nodiscard]] Result<QList<ConnectionGap>> newest(Database& db, const QString& profile,
                                                  const QString& account, int limit);
[[nodiscard]] Result<int> prune(Database& db, qint64 beforeMs, int limit);

} // namespace zalo::gaptable
