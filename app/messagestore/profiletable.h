// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"
#include "storage/database.h"

// Statements on what is kept of an account in a profile: its times, pauses and counts.
namespace zalo::profiletable {

enum class Time
{
    LastIn,
    LastOut,
    LastVerified
};

//! Sets a time, unless a later one is stored that is not after `nowMs`.
[[nodiscard]] Result<void> raise(Database& db, const QString& profile, const QString& account,
                                 Time which, qint64 ms, qint64 nowMs);
[[nodiscard]] Result<void> setVerified(Database& db, const QString& profile, const QString& account,
                                       const Moment& at);
//! Times that lie after `nowMs` were taken from a clock that was wrong.
[[nodiscard]] Result<void> lower(Database& db, qint64 nowMs);
[[nodiscard]] Result<void> setCoolDown(Database& db, const QString& profile, const QString& account,
                                       qint64 untilMs);
//! Of `account`; empty: of the one that was last verified in the profile.
[[nodiscard]] Result<ProfileState> state(Database& db, const QString& profile,
                                         const QString& account);
[[nodiscard]] Result<ProfileTally> tally(Database& db, const QString& profile);

//! `profile` alone; where it is empty, every profile of which there are messages.
[[nodiscard]] Result<QStringList> profilesOf(Database& db, const QString& profile);

//! The thread of whom was verified last in its profile, where `key` names no account; of nobody
//! before the first one.
[[nodiscard]] Result<LaneKey> ownedByLast(Database& db, const LaneKey& key);
[[nodiscard]] Result<void> setThreadPaused(Database& db, const LaneKey& key, bool paused);
[[nodiscard]] Result<QList<LaneKey>> pausedThreads(Database& db);
//! As ProfileStore::pauseUntil().
[[nodiscard]] Result<bool> pauseUntil(Database& db, const ThreadPause& pause);
[[nodiscard]] Result<QList<ThreadPause>> threadPauses(Database& db);
//! Ends those of the profile that have a time, where it has come; gives them.
[[nodiscard]] Result<QList<LaneKey>> endPauses(Database& db, const QString& profile, qint64 nowMs);

//! Groups in which somebody wrote after `sinceMs`, the newest `limit` of them, newest first.
[[nodiscard]] Result<QStringList> activeGroups(Database& db, const QString& profile,
                                               const QString& account, qint64 sinceMs, int limit);
[[nodiscard]] Result<void> erase(Database& db, const QString& profile);

} // namespace zalo::profiletable
