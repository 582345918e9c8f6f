// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"
#include "storage/database.h"

// Statements on what is kept of a whole profile: its times, pauses and counts.
namespace zalo::profiletable {

enum class Time
{
    LastIn,
    LastOut,
    LastVerified
};

//! Sets a time, unless a later one is stored.
[[nodiscard]] Result<void> raise(Database& db, const QString& profile, Time which, qint64 ms);
[[nodiscard]] Result<void> setCoolDown(Database& db, const QString& profile, qint64 untilMs);
//! Profiles that may not send, and until when.
[[nodiscard]] Result<QHash<QString, qint64>> coolDowns(Database& db);
[[nodiscard]] Result<ProfileState> state(Database& db, const QString& profile);
[[nodiscard]] Result<RelayCounts> counts(Database& db, const QString& profile);

[[nodiscard]] Result<void> setThreadPaused(Database& db, const QString& profile,
                                           const ThreadRef& thread, bool paused);
[[nodiscard]] Result<QList<LaneKey>> pausedThreads(Database& db);

[[nodiscard]] Result<void> erase(Database& db, const QString& profile);

} // namespace zalo::profiletable
