// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"
#include "messagestore/relayrows.h"
#include "relay/outbox.h"

#include <QObject>

#include <optional>

namespace zalo {

//! Sends messages. Every call answers once, unless `context` dies.
class MessageService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! As Outbox::send().
    virtual void send(const OutboundRequest& request, QObject* context,
                      Callback<OutboundRow> done) = 0;
    //! As Outbox::outcome().
    virtual void outcome(const QString& owner, const QString& key, QObject* context,
                         Callback<std::optional<OutboundRow>> done) = 0;
    //! Sends a failed or uncertain message again, or what of it did not go; once, however often it
    //! is asked for. Once that is sent, the first one is settled as dismissed.
    virtual void sendAgain(qint64 id, QObject* context, Callback<OutboundRow> done) = 0;
    //! As OutboundStore::settle().
    virtual void settle(const QString& profile, qint64 id, SendSettlement how, QObject* context,
                        Callback<bool> done) = 0;
    //! As OutboundStore::dismiss().
    virtual void dismiss(const QString& profile, const QList<qint64>& ids, QObject* context,
                         Callback<int> done) = 0;
    //! Shows the other side that somebody writes.
    virtual void sendTyping(const QString& profile, const ThreadRef& thread, QObject* context,
                            Callback<void> done) = 0;
};

} // namespace zalo
