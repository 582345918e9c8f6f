// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/localdelivery.h"

#include "settings/settings.h"

namespace zalo {

LocalDelivery::LocalDelivery(InboundRelay& relay, InboundStore& store, Outbox& outbox,
                             Settings& settings, const Timing& timing, Clock clock, QObject* parent)
    : DeliveryService(parent),
      m_relay(relay),
      m_store(store),
      m_outbox(outbox),
      m_settings(settings),
      m_takeOver(timing.takeOver),
      m_clock(std::move(clock))
{
    m_relay.setPaused(m_settings.isRelayPaused());
    m_outbox.setPaused(m_settings.isRelayPaused());
}

void LocalDelivery::recordOutcome(const QString& profile, const QString& msgId,
                                  const QString& threadId, InboundOutcome outcome,
                                  const OutcomeReason& reason, QObject* context,
                                  Callback<bool> done)
{
    m_relay.recordOutcome(profile, msgId, threadId, outcome, reason, context, std::move(done));
}

void LocalDelivery::deliverAnyway(const QString& profile, qint64 seq, QObject* context,
                                  Callback<bool> done)
{
    m_relay.deliverAnyway(profile, seq, context, std::move(done));
}

void LocalDelivery::deliverExpired(const QString& profile, QObject* context, Callback<int> done)
{
    m_relay.deliverExpired(profile, context, std::move(done));
}

void LocalDelivery::discard(const QString& profile, qint64 seq, QObject* context,
                            Callback<bool> done)
{
    m_relay.discard(profile, seq, context, std::move(done));
}

void LocalDelivery::dismiss(const QString& profile, const QList<qint64>& seqs, QObject* context,
                            Callback<int> done)
{
    m_store.dismiss(profile, seqs, context, std::move(done));
}

void LocalDelivery::setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused,
                                    QObject* context, Callback<void> done)
{
    m_relay.setThreadPaused(
        profile, thread, paused, 0, this,
        followedBySending(profile, thread, paused, boundTo<void>(context, std::move(done))));
}

void LocalDelivery::takeOver(const QString& profile, const ThreadRef& thread, QObject* context,
                             Callback<void> done)
{
    m_relay.setThreadPaused(
        profile, thread, true, m_clock.nowMs() + m_takeOver.count(), this,
        followedBySending(profile, thread, true, boundTo<void>(context, std::move(done))));
}

//! Has the outbox follow a pause once it is stored, then answers.
Callback<void> LocalDelivery::followedBySending(const QString& profile, const ThreadRef& thread,
                                                bool paused, Callback<void> reply)
{
    return [=, this, reply = std::move(reply)](const Result<void>& stored) {
        if (stored) {
            m_outbox.setThreadPaused(profile, thread, paused);
        }
        reply(stored);
    };
}

void LocalDelivery::setRelayPaused(bool paused)
{
    if (paused == m_relay.isPaused()) {
        return;
    }
    m_settings.setRelayPaused(paused);
    m_relay.setPaused(paused);
    m_outbox.setPaused(paused);
    m_sinceMs = m_clock.nowMs();
    emit pausedChanged();
}

void LocalDelivery::endCoolDown(const QString& profile)
{
    m_outbox.endCoolDown(profile);
}

} // namespace zalo
