// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/policy.h"
#include "messagestore/relaystore.h"
#include "relay/deliverylanes.h"
#include "relay/gatewayport.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace zalo {

//! A message from the listener, translated already.
struct InboundMessageIn
{
    QString profile;
    QString msgId;
    ThreadRef thread;
    qint64 receivedMs = 0;
    //! Parameters of `inbound.deliver` (PROTOCOL.md); the relay adds profile, msgId, threadId,
    //! isGroup, receivedAt, replayed and attempt.
    QJsonObject payload;
};

//! Brings messages from Zalo to the Gateway: committed first, in order within a thread, one
//! delivery of a thread under way at a time, tried again with pauses, and a visible dead letter
//! after Policy::deliverTries. Rows that were there before the Gateway connected, or before
//! deliveries were resumed, are the *backlog*: paced per thread and over all threads, behind what
//! just came in other threads, and only up to Policy::backlogMaxAge.
class InboundRelay : public QObject
{
    Q_OBJECT

public:
    //! `store` and `gateway` outlive the relay.
    InboundRelay(RelayStore* store, GatewayPort* gateway, Policy policy, Clock clock = {},
                 QObject* parent = nullptr);
    ~InboundRelay() override;

    //! Takes a message in; answered after its commit: true, or false for a repeat. On an error it
    //! was not stored, and the caller still has it.
    void ingest(const InboundMessageIn& message, QObject* context, Reply<bool> done);

    //! A Gateway subscribed to `profile`: what waits is delivered from now on. Call it again when a
    //! newer connection took the place of the older one.
    void onGatewayConnected(const QString& profile);
    void onGatewayDisconnected(const QString& profile);

    //! Pauses all deliveries; messages are taken in all the same.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_paused; }
    //! How far the delivery of what waited has come; a total of 0: nothing waited, or all is done.
    [[nodiscard]] BacklogProgress backlogProgress(const QString& profile) const;
    //! Pauses one thread, also over a restart. Its messages wait.
    void setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused,
                         QObject* context, Reply<void> done);

    //! Delivers a dead letter or an old row on request; false when there is no such row.
    void deliverAnyway(const QString& profile, qint64 seq, QObject* context, Reply<bool> done);
    //! Never delivers a waiting row or dead letter; false when there is no such row.
    void discard(const QString& profile, qint64 seq, QObject* context, Reply<bool> done);
    //! `inbound.outcome`: false when the message is not known.
    void recordOutcome(const QString& profile, const QString& msgId, InboundOutcome outcome,
                       const QString& reason, QObject* context, Reply<bool> done);

signals:
    //! A new message was committed.
    void received(const QString& profile, qint64 receivedMs);
    //! A message is with the Gateway.
    void taken(const QString& profile, const QString& msgId);
    void deadLettered(const QString& profile, const QString& msgId);
    void backlogProgressed(const QString& profile);

private:
    struct Subscription
    {
        bool isUp = false;
        bool isLoaded = false; //!< what waited is known
        quint64 connectionId = 0; //!< counts connections
        qint64 backlogUpTo = 0;
        QSet<ThreadRef> pausedThreads;
        BacklogProgress progress;
    };
    using Lane = DeliveryLanes::Ptr;

    void load(const QString& profile);
    void loadAll();
    void dropResting(const QString& profile);
    void arrived(const LaneKey& key);
    [[nodiscard]] bool mayDeliver(const LaneKey& key) const;
    void pump();
    void fetch(const Lane& lane);
    void fetched(const Lane& lane, const InboundRow& row);
    void deliver(const Lane& lane, const InboundRow& row, bool isBacklog);
    void answered(const Lane& lane, const InboundRow& row, const Result<void>& result);
    void onAttemptFailed(const Lane& lane, const InboundRow& row, const Error& error);
    void advance(const Lane& lane, const Result<void>& stored, qint64 nextSeq);
    [[nodiscard]] Lane nextLane() const;
    [[nodiscard]] bool mayDeliverBacklog() const;
    void countBacklog(const Lane& lane, const InboundRow& row);
    void endBacklog(const QString& profile);
    void onTimeout();
    void armTimer();

    RelayStore* m_store;
    GatewayPort* m_gateway;
    Policy m_policy;
    Clock m_clock;
    QHash<QString, Subscription> m_subscriptions;
    DeliveryLanes m_lanes;
    QHash<LaneKey, qint64> m_lastBacklog; //!< Clock::steadyMs
    QHash<LaneKey, InboundRow> m_underWay; //!< what is being delivered, for its deadline
    qint64 m_nextBacklog = 0; //!< Clock::steadyMs: no backlog of any thread before
    int m_backlogFetches = 0; //!< one at a time, so that the pace is kept to the message
    quint64 m_deliveries = 0;
    qint64 m_arrivals = 0; //!< grows with each arrival, as seq does
    QTimer m_timer;
    bool m_paused = false;
};

} // namespace zalo
