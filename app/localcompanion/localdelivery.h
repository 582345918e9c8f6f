// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/deliveryservice.h"
#include "core/clock.h"
#include "core/timing.h"
#include "relay/inboundrelay.h"
#include "relay/outbox.h"

namespace zalo {

class Settings;

//! Holds the relay of this machine up, in both directions at once, and lets it go again.
class LocalDelivery : public DeliveryService
{
    Q_OBJECT

public:
    //! All outlive it. Pauses the relay at once where the settings say so.
    LocalDelivery(InboundRelay& relay, InboundStore& store, Outbox& outbox, Settings& settings,
                  const Timing& timing, Clock clock, QObject* parent = nullptr);

    [[nodiscard]] bool isPaused() const { return m_relay.isPaused(); }
    //! When that last changed, ms since 1970; 0: not since the start.
    [[nodiscard]] qint64 pausedSinceMs() const { return m_sinceMs; }

    void recordOutcome(const QString& profile, const QString& msgId, const QString& threadId,
                       InboundOutcome outcome, const OutcomeReason& reason, QObject* context,
                       Callback<bool> done) override;
    void deliverAnyway(const QString& profile, qint64 seq, QObject* context,
                       Callback<bool> done) override;
    void discard(const QString& profile, qint64 seq, QObject* context,
                 Callback<bool> done) override;
    void dismiss(const QString& profile, const QList<qint64>& seqs, QObject* context,
                 Callback<int> done) override;
    void deliverExpired(const QString& profile, QObject* context, Callback<int> done) override;
    void setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused,
                         QObject* context, Callback<void> done) override;
    void takeOver(const QString& profile, const ThreadRef& thread, QObject* context,
                  Callback<void> done) override;
    void setRelayPaused(bool paused) override;
    void endCoolDown(const QString& profile) override;

signals:
    void pausedChanged();

private:
    [[nodiscard]] Callback<void> followedBySending(const QString& profile, const ThreadRef& thread,
                                                   bool paused, Callback<void> reply);

    InboundRelay& m_relay;
    InboundStore& m_store;
    Outbox& m_outbox;
    Settings& m_settings;
    std::chrono::milliseconds m_takeOver;
    Clock m_clock;
    qint64 m_sinceMs = 0;
};

} // namespace zalo
