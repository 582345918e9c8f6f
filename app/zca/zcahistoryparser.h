// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/inboundmessage.h"

#include <QByteArray>
#include <QList>

//! Pure functions on what zca prints of its database's direct chats (ZCA.md 10).
namespace zalo {

//! What `db status` says.
struct HistoryDatabase
{
    bool isEnabled = false;
    QString path; //!< absolute

    friend bool operator==(const HistoryDatabase&, const HistoryDatabase&) = default;
};

//! A direct chat of `db chat list`.
struct HistoryChat
{
    QString threadId;
    qint64 lastMs = 0; //!< of its newest message, since 1970 UTC

    friend bool operator==(const HistoryChat&, const HistoryChat&) = default;
};

//! ZcaBroken: no answer.
[[nodiscard]] Result<HistoryDatabase> parseHistoryDatabase(const QByteArray& out);

//! How many messages `db sync chats` found. With 0 it may have lost its connection meanwhile: it
//! ends as if there were nothing. ZcaBroken: no answer.
[[nodiscard]] Result<int> parseHistorySync(const QByteArray& out);

//! Groups, and entries without an id, are left out. ZcaBroken: no list.
[[nodiscard]] Result<QList<HistoryChat>> parseHistoryChats(const QByteArray& out);

//! The messages of `db chat messages` or `msg recent`, oldest first. A file's text is what came
//! with it; entries without an id are left out. ZcaBroken: no answer.
[[nodiscard]] Result<QList<InboundMessage>> parseHistory(const QByteArray& out);

} // namespace zalo
