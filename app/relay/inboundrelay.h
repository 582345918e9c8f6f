// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relaystore.h"
#include "relay/deliveryscheduler.h"
#include "relay/expiry.h"

#include <QObject>
#include <QTimer>

namespace zalo {

//! Messages from Zalo on their way to the Gateway: committed first, then delivered in order within
//! a thread, by when they were sent (DeliveryScheduler). Rows that were there before the Gateway
//! connected, or before deliveries were resumed, are the *backlog*: paced per thread and over all
//! threads, behind what just came in other threads, and only up to an age (Expiry).
class InboundRelay : public QObject
{
    Q_OBJECT

public:
    //! `store` and `gateway` outlive the relay.
    InboundRelay(RelayStore* store, GatewayPort* gateway, Policy policy, Clock clock = {},
                 QObject* parent = nullptr);
    ~InboundRelay() override;

    //! Stores a message (its profile, ids, times and payload; agedMs is when Zalo says it was sent,
    //! which is looked at here); answered after its commit: true, or
    //! false for a repeat. On an error it was not stored, and the caller still has it.
    void ingest(const InboundRow& message, QObject* context, Callback<bool> done);

    //! Who is logged in in `profile`, as was verified; empty: nobody knows just now. Only this
    //! account's messages are delivered; those of others wait for it.
    void setAccount(const QString& profile, const QString& account);

    //! A Gateway subscribed to `profile`: what waits is delivered from now on. Call it again when a
    //! newer connection took the place of the older one.
    void onGatewayConnected(const QString& profile);
    void onGatewayDisconnected(const QString& profile);

    //! How many messages wait for `profile`'s Gateway.
    void countWaiting(const QString& profile, QObject* context, Callback<qint64> done);

    //! Pauses all deliveries; messages are ingested all the same.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_subscriptions.isPaused(); }
    //! How far the delivery of what waited has come; a total of 0: nothing waited, or all is done.
    [[nodiscard]] BacklogProgress backlogProgress(const QString& profile) const;
    //! Pauses one thread, also over a restart: its messages wait. Whoever keeps the pauses ends it
    //! at `untilMs` (since 1970); 0: it holds until it is resumed.
    void setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused,
                         qint64 untilMs, QObject* context, Callback<void> done);

    //! Follows a thread's pause that somebody else stored.
    void followThreadPause(const QString& profile, const ThreadRef& thread, bool paused);

    //! Delivers a dead letter or an old row on request, or hands one over again that the Gateway
    //! dropped or failed at; false when there is no such row.
    void deliverAnyway(const QString& profile, qint64 seq, QObject* context, Callback<bool> done);
    //! Delivers all of the account's messages that expired; gives how many.
    void deliverExpired(const QString& profile, QObject* context, Callback<int> done);
    //! Messages that wait longer expire: Policy::backlogMaxAge, unless it is set.
    void setMaxAge(std::chrono::milliseconds maxAge);
    //! Never delivers a row of these; false when there is no such row.
    void discard(const QString& profile, qint64 seq, QObject* context, Callback<bool> done);
    //! The files of a message of this thread are there, or will not come: it waits no longer.
    void onMediaSettled(const LaneKey& lane) { m_scheduler.onMediaSettled(lane); }
    //! `inbound.outcome`: false when the message is not known. As InboundStore::recordOutcome().
    void recordOutcome(const QString& profile, const QString& msgId, const QString& threadId,
                       InboundOutcome outcome, const OutcomeReason& reason, QObject* context,
                       Callback<bool> done);

signals:
    void backlogProgressed(const QString& profile);
    //! A person's pause was stored, or that there is none.
    void threadPauseStored(const QString& profile);
    //! A message was stored of which files may be to be fetched.
    void mediaWanted();

private:
    void load(const QString& profile);
    void loadWaiting(const QString& profile, quint64 connectionId, const QString& account);
    void loadAll();
    void expireAll();
    void onLoaded(const QString& profile, const QList<WaitingLane>& lanes);
    void onArrived(const LaneKey& key);

    RelayStore* m_store;
    Policy m_policy;
    Clock m_clock;
    Subscriptions m_subscriptions;
    Expiry m_expiry;
    OrderHold m_order;
    QTimer m_expireTimer;
    DeliveryScheduler m_scheduler;
    qint64 m_arrivals = 0; //!< grows with each arrival, as seq does
};

} // namespace zalo
