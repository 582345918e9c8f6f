// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"
#include "storage/database.h"

// Statements on the tables of outbound messages and their parts, for jobs on the worker (see
// OutboundStore for what each of them means).
namespace zalo::outboundtable {

[[nodiscard]] Result<EnqueuedOutbound> enqueue(Database& db, const OutboundRow& row);
[[nodiscard]] Result<std::optional<OutboundRow>> byKey(Database& db, const QString& owner,
                                                       const QString& key);
[[nodiscard]] Result<std::optional<OutboundRow>> byId(Database& db, qint64 id);
[[nodiscard]] Result<QList<OutboundRow>> queued(Database& db);
[[nodiscard]] Result<OutboundRow> markStarted(Database& db, qint64 id, int ordinal, qint64 nowMs);
[[nodiscard]] Result<void> requeue(Database& db, qint64 id);
[[nodiscard]] Result<void> finishPart(Database& db, qint64 id, int ordinal, OutboundState state,
                                      const QStringList& messageIds);
[[nodiscard]] Result<OutboundRow> finish(Database& db, qint64 id, OutboundState state,
                                         const std::optional<Error>& error, qint64 nowMs);
[[nodiscard]] Result<bool> settle(Database& db, qint64 id, SendSettlement how, qint64 nowMs);
//! A failed send needs nobody any more; false where it is none.
[[nodiscard]] Result<bool> dismiss(Database& db, qint64 id);
[[nodiscard]] Result<RelayRecovery> recover(Database& db, qint64 nowMs);
[[nodiscard]] Result<int> prune(Database& db, qint64 beforeMs, qint64 maxRows, int limit);

//! True when a message that the account wrote is one that it sent by us: it has the id of one of
//! their parts. Where zca gave none (an uncertain send, an older dialect), the same text has to do,
//! and for a file the time.
[[nodiscard]] Result<bool> isOurs(Database& db, const InboundRow& row);

} // namespace zalo::outboundtable
