// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"
#include "storage/database.h"

// Statements on the table of inbound messages, for jobs on the worker (see InboundStore for what
// each of them means).
namespace zalo::inboundtable {

[[nodiscard]] Result<bool> append(Database& db, const InboundRow& row);
[[nodiscard]] Result<QList<WaitingLane>> waitingLanes(Database& db, const QString& profile,
                                                      const QString& account);
[[nodiscard]] Result<std::optional<InboundRow>> nextWaiting(Database& db, const LaneKey& lane);
//! At most `limit` waiting rows of before that time; gives how many there were.
[[nodiscard]] Result<int> expire(Database& db, const QString& profile, qint64 beforeMs, int limit);
[[nodiscard]] Result<int> releaseExpired(Database& db, const QString& profile,
                                         const QString& account, int limit);
[[nodiscard]] Result<std::optional<InboundRow>> bySeq(Database& db, qint64 seq);
[[nodiscard]] Result<std::optional<InboundRow>>
byMessageId(Database& db, const QString& account, const ThreadRef& thread, const QString& msgId);
[[nodiscard]] Result<qint64> lastSeq(Database& db);
[[nodiscard]] Result<void> markAccepted(Database& db, qint64 seq, qint64 nowMs);
[[nodiscard]] Result<void> recordAttempt(Database& db, qint64 seq, int attempts,
                                         qint64 nextAttemptMs, const Error& error,
                                         InboundState state);
//! Brings a row to `state`, its outcome forgotten: one that waits, is dead or expired, or that the
//! Gateway dropped or failed at. Nothing where it is none of these. Discarded, it keeps the reason
//! of that outcome, and can be brought back.
[[nodiscard]] Result<std::optional<InboundRow>> settle(Database& db, const QString& profile,
                                                       qint64 seq, InboundState state);
//! Discards a row that waits for a person: dead or expired, or its turn failed. False where it is
//! none of these.
[[nodiscard]] Result<bool> dismiss(Database& db, const QString& profile, qint64 seq);
[[nodiscard]] Result<bool> recordOutcome(Database& db, const QString& profile, const QString& msgId,
                                         const QString& threadId, InboundOutcome outcome,
                                         const OutcomeReason& reason, qint64 nowMs);
//! Rows of which files are to be fetched, by when the next try comes.
[[nodiscard]] Result<QList<InboundRow>> wantingMedia(Database& db, int limit);
//! What came of a row's files; nothing where they are not wanted any more.
[[nodiscard]] Result<std::optional<InboundRow>> settleMedia(Database& db, const InboundRow& row);
//! Files of a row that is handed over again and are gone are wanted once more. Gives the row so.
[[nodiscard]] Result<InboundRow> fetchAgain(Database& db, const InboundRow& row);
//! Whether a message of this id may still be read with its files: it waits, or its outcome came
//! after `beforeMs`. Nothing: there is no such message.
[[nodiscard]] Result<std::optional<bool>> needsMedia(Database& db, const QString& msgId,
                                                     qint64 beforeMs);
[[nodiscard]] Result<int> prune(Database& db, qint64 beforeMs, qint64 maxRows, int limit);
//! How young the youngest row is that was delivered; 0 without one.
[[nodiscard]] Result<qint64> newestMs(Database& db);

} // namespace zalo::inboundtable
