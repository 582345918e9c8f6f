// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/policy.h"
#include "messagestore/inboundstore.h"
#include "relay/backlogpacer.h"
#include "relay/deliverylanes.h"
#include "relay/gatewayport.h"
#include "relay/orderhold.h"
#include "relay/subscriptions.h"

#include <QObject>
#include <QTimer>

namespace zalo {

//! Brings messages from the store to the Gateway: one delivery of a thread under way at a time, a
//! bounded number over all threads, and retried with pauses. In a thread they go by when they were
//! sent, and wait for older ones that may still come (OrderHold). A message whose files are still
//! being fetched waits for them, and its thread with it, for Policy::mediaWait at the most. What
//! just came goes before the backlog, which is paced.
//!
//! A dead letter is a message that a working Gateway refused Policy::deliverTries times: it said
//! that the message is at fault, or took a later one after each failure (or after some of them, and
//! Policy::deliverPatience is over). Silence counts against no message while nothing given later
//! was taken.
class DeliveryScheduler : public QObject
{
    Q_OBJECT

public:
    //! All of them outlive the scheduler.
    DeliveryScheduler(InboundStore& store, GatewayPort& gateway, Subscriptions& subscriptions,
                      const OrderHold& order, const Policy& policy, Clock clock,
                      QObject* parent = nullptr);

    //! There may be something to deliver in this thread, none of it with a smaller seq than
    //! `nextSeq`. Nothing happens before pump().
    void add(const LaneKey& key, qint64 nextSeq);
    //! The files of a message of this thread are there, or will not come.
    void onMediaSettled(const LaneKey& key);
    //! Forgets the threads that may not be delivered and have nothing under way.
    void dropIdle(const QString& profile);
    //! No answer will come for what is being delivered; the next connection gets it anew.
    void dropUnanswered(const QString& profile);
    //! Starts what may start.
    void pump();
    //! Forgets the progress once nothing of the backlog is left to be delivered.
    void endBacklog(const QString& profile);

signals:
    void backlogProgressed(const QString& profile);
    //! A delivery found the connection closed.
    void connectionLost(const QString& profile);

private:
    using Lane = DeliveryLanes::Ptr;

    [[nodiscard]] Lane nextLane(qint64 now) const;
    [[nodiscard]] bool mayDeliverBacklog(qint64 now) const;
    void fetch(const Lane& lane);
    void onFetched(const Lane& lane, const InboundRow& row);
    void deliver(const Lane& lane, const InboundRow& row, bool isBacklog);
    void onAnswered(const Lane& lane, const InboundRow& row, const Result<void>& result);
    void onAttemptFailed(const Lane& lane, const InboundRow& row, const Error& error);
    [[nodiscard]] bool tookLaterThan(quint64 delivery, const QString& profile) const;
    [[nodiscard]] bool isMessageAtFault(const Lane& lane, const Error& error) const;
    void waitForAnswers(const Lane& lane);
    void bury(const Lane& lane, const InboundRow& row, int attempts, const Error& error);
    void retryLater(const Lane& lane, const InboundRow& row, int attempts, const Error& error);
    void advance(const Lane& lane, const Result<void>& stored, qint64 nextSeq);
    void countBacklog(const Lane& lane, const InboundRow& row);
    void onTimeout();
    void armTimer(qint64 now);

    InboundStore& m_store;
    GatewayPort& m_gateway;
    Subscriptions& m_subscriptions;
    const OrderHold& m_order;
    Policy m_policy;
    Clock m_clock;
    qint64 m_startedMs; //!< by the wall clock
    BacklogPacer m_pacer;
    DeliveryLanes m_lanes;
    QHash<LaneKey, InboundRow> m_underWay; //!< what is being delivered, for its deadline
    quint64 m_deliveries = 0;
    QHash<QString, quint64> m_lastAccepted; //!< by profile: the newest delivery that was taken
    QTimer m_timer;
};

} // namespace zalo
