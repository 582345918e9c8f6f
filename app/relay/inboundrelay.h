// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/policy.h"
#include "relay/deliverylanes.h"
#include "relay/gatewaylink.h"
#include "messagestore/relaystore.h"

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
//! after Policy::deliverTries. Rows that were there before the link came up, or before deliveries
//! were resumed, are *replayed*: paced per thread and over all threads, behind what just came in
//! other threads, and only up to Policy::replayMaxAge.
class InboundRelay : public QObject
{
    Q_OBJECT

public:
    //! `store` and `link` outlive the relay.
    InboundRelay(RelayStore* store, GatewayLink* link, Policy policy, Clock clock = {},
                 QObject* parent = nullptr);
    ~InboundRelay() override;

    //! Takes a message in; answered after its commit: true, or false for a repeat. On an error it
    //! was not stored, and the caller still has it.
    void accept(const InboundMessageIn& message, QObject* context, Reply<bool> done);

    //! A Gateway subscribed to `profile`: what waits is delivered from now on. Call it again when a
    //! newer connection took the place of the older one.
    void linkUp(const QString& profile);
    void linkDown(const QString& profile);

    //! Pauses all deliveries; messages are taken in all the same.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_paused; }
    //! How far the delivery of what waited has come; a total of 0: nothing waited, or all is done.
    [[nodiscard]] ReplayProgress replayProgress(const QString& profile) const;
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
    void replayProgressed(const QString& profile);

private:
    struct Link
    {
        bool isUp = false;
        bool isLoaded = false; //!< what waited is known
        quint64 epoch = 0; //!< counts connections
        qint64 replayUpTo = 0;
        QSet<ThreadRef> pausedThreads;
        ReplayProgress progress;
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
    void deliver(const Lane& lane, const InboundRow& row, bool replayed);
    void answered(const Lane& lane, const InboundRow& row, const Result<void>& result);
    void failedTry(const Lane& lane, const InboundRow& row, const Error& error);
    void goOn(const Lane& lane, const Result<void>& stored, qint64 hint);
    [[nodiscard]] Lane nextLane() const;
    [[nodiscard]] bool mayReplay() const;
    void countReplayed(const Lane& lane, const InboundRow& row);
    void endReplay(const QString& profile);
    void timeCame();
    void armTimer();

    RelayStore* m_store;
    GatewayLink* m_link;
    Policy m_policy;
    Clock m_clock;
    QHash<QString, Link> m_links;
    DeliveryLanes m_lanes;
    QHash<LaneKey, qint64> m_lastReplay; //!< Clock::steadyMs
    QHash<LaneKey, InboundRow> m_underWay; //!< what is being delivered, for its deadline
    qint64 m_nextReplay = 0; //!< Clock::steadyMs: no replay of any thread before
    int m_replayFetches = 0; //!< one at a time, so that the pace is kept to the message
    quint64 m_deliveries = 0;
    qint64 m_arrivals = 0; //!< grows with each arrival, as seq does
    QTimer m_timer;
    bool m_paused = false;
};

} // namespace zalo
