// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"
#include "messagestore/relayrows.h"

#include <QObject>

namespace zalo {

//! The delivery of messages to the Gateway, and what holds it or sending up. Every call with a
//! `done` answers once, unless `context` dies.
class DeliveryService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! What the Gateway did with a message; false when it is not known.
    virtual void recordOutcome(const QString& profile, const QString& msgId,
                               const QString& threadId, InboundOutcome outcome,
                               const OutcomeReason& reason, QObject* context,
                               Callback<bool> done) = 0;
    //! As InboundRelay::deliverAnyway() and discard().
    virtual void deliverAnyway(const QString& profile, qint64 seq, QObject* context,
                               Callback<bool> done) = 0;
    virtual void discard(const QString& profile, qint64 seq, QObject* context,
                         Callback<bool> done) = 0;
    //! As InboundStore::dismiss().
    virtual void dismiss(const QString& profile, const QList<qint64>& seqs, QObject* context,
                         Callback<int> done) = 0;
    //! As InboundRelay::deliverExpired().
    virtual void deliverExpired(const QString& profile, QObject* context, Callback<int> done) = 0;
    //! Pauses the bot in one thread, also over a restart: neither delivered nor sent.
    virtual void setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused,
                                 QObject* context, Callback<void> done) = 0;
    //! The same for a while (Timing::takeOver), in which a person answers there: then the bot goes
    //! on by itself. It replaces any other pause of the thread.
    virtual void takeOver(const QString& profile, const ThreadRef& thread, QObject* context,
                          Callback<void> done) = 0;
    //! Pauses all delivery and sending, also over a restart; messages are received all the same.
    virtual void setRelayPaused(bool paused) = 0;
    //! Ends the pause that Zalo's limit brought: the account sends again at once.
    virtual void endCoolDown(const QString& profile) = 0;
};

} // namespace zalo
