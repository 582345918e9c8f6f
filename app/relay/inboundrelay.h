// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/policy.h"
#include "relay/gatewaylink.h"
#include "relay/relaystore.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

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
//! after Policy::deliverTries. Rows that were there before the link came up (or deliveries were
//! resumed) are *replayed*: paced per thread, and only up to Policy::replayMaxAge.
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

    //! A Gateway subscribed to `profile`: what waits is delivered from now on.
    void linkUp(const QString& profile);
    void linkDown(const QString& profile);

    //! Pauses all deliveries; messages are taken in all the same.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_paused; }
    //! Pauses one thread, also over a restart.
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

private:
    struct Lane;
    struct LaneKey
    {
        QString profile;
        ThreadRef thread;
        friend bool operator==(const LaneKey&, const LaneKey&) = default;
        friend size_t qHash(const LaneKey& key, size_t seed = 0)
        {
            return qHashMulti(seed, key.profile, key.thread);
        }
    };
    struct Profile;

    RelayStore* m_store;
    GatewayLink* m_link;
    Policy m_policy;
    Clock m_clock;
    bool m_paused = false;
};

} // namespace zalo
