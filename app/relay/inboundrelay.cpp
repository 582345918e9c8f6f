// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/inboundrelay.h"

#include "core/logging.h"

#include <QPointer>

#include <algorithm>

namespace zalo {
InboundRelay::InboundRelay(RelayStore* store, GatewayPort* gateway, Policy policy, Clock clock,
                           QObject* parent)
    : QObject(parent),
      m_store(store),
      m_gateway(gateway),
      m_policy(policy),
      m_clock(std::move(clock))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &InboundRelay::onTimeout);
    connect(&store->queue(), &CommitQueue::stateChanged, this, [this](CommitQueue::State state) {
        // Reads may have failed meanwhile, and their lanes with them.
        if (state == CommitQueue::State::Running) {
            loadAll();
        }
    });
}

InboundRelay::~InboundRelay() = default;

void InboundRelay::ingest(const InboundMessageIn& message, QObject* context, Reply<bool> done)
{
    InboundRow row;
    row.profile = message.profile;
    row.msgId = message.msgId;
    row.thread = message.thread;
    row.receivedMs = message.receivedMs;
    row.payload = message.payload;
    const LaneKey key { row.profile, row.thread };
    m_store->inbound().append(
        row, this,
        [this, key, at = row.receivedMs,
         reply = guarded<bool>(context, std::move(done))](Result<bool> inserted) {
            const QPointer<InboundRelay> alive(this);
            reply(inserted);
            if (alive && inserted && *inserted) {
                ++m_arrivals;
                emit received(key.profile, at);
                arrived(key);
            }
        });
}

void InboundRelay::onGatewayConnected(const QString& profile)
{
    Subscription& subscription = m_subscriptions[profile];
    subscription.isUp = true;
    subscription.progress = {};
    ++subscription.connectionId;
    load(profile);
}

void InboundRelay::onGatewayDisconnected(const QString& profile)
{
    Subscription& subscription = m_subscriptions[profile];
    subscription.isUp = false;
    subscription.isLoaded = false;
    subscription.progress = {};
    emit backlogProgressed(profile);
    dropResting(profile);
    // No answer will come for these; the next connection gets them anew.
    for (const Lane& lane : m_lanes.ofProfile(profile)) {
        if (lane->phase == DeliveryLanes::Phase::Delivering) {
            m_underWay.remove(lane->key);
            m_lanes.remove(lane);
        }
    }
    pump();
}

//! Finds out what waits. Calls to the store are answered in order, so nothing falls between.
void InboundRelay::load(const QString& profile)
{
    const quint64 connectionId = m_subscriptions.value(profile).connectionId;
    const auto current = [this, profile, connectionId] {
        const Subscription subscription = m_subscriptions.value(profile);
        return subscription.isUp && subscription.connectionId == connectionId;
    };
    m_subscriptions[profile].isLoaded = false;
    m_store->profiles().pausedThreads(this, [=, this](const Result<QList<LaneKey>>& threads) {
        if (threads && current()) {
            QSet<ThreadRef>& paused = m_subscriptions[profile].pausedThreads;
            paused.clear();
            for (const LaneKey& key : *threads) {
                if (key.profile == profile) {
                    paused.insert(key.thread);
                }
            }
        }
    });
    m_store->inbound().lastSeq(this, [=, this](const Result<qint64>& seq) {
        if (seq && current()) {
            m_subscriptions[profile].backlogUpTo = *seq;
            m_arrivals = std::max(m_arrivals, *seq);
        }
    });
    const qint64 minReceivedMs = m_clock.nowMs() - m_policy.backlogMaxAge.count();
    m_store->inbound().waitingLanes(
        profile, minReceivedMs, this, [=, this](const Result<QList<WaitingLane>>& lanes) {
            if (!lanes || !current()) {
                return;
            }
            Subscription& subscription = m_subscriptions[profile];
            subscription.isLoaded = true;
            // A load amid a backlog goes on counting.
            const int done = subscription.progress.done;
            subscription.progress.total = done;
            for (const WaitingLane& waiting : *lanes) {
                const LaneKey key { profile, waiting.thread };
                if (!mayDeliver(key)) {
                    continue;
                }
                subscription.progress.total += waiting.count;
                if (!m_lanes.find(key)) {
                    (void)m_lanes.add(key, waiting.firstSeq, subscription.backlogUpTo);
                }
            }
            emit backlogProgressed(profile);
            endBacklog(profile);
            qCInfo(lcRelay) << "threads with waiting messages:" << lanes->size();
            pump();
        });
}

void InboundRelay::loadAll()
{
    const QStringList profiles = m_subscriptions.keys();
    for (const QString& profile : profiles) {
        if (m_subscriptions.value(profile).isUp) {
            load(profile);
        }
    }
}

void InboundRelay::dropResting(const QString& profile)
{
    for (const Lane& lane : m_lanes.ofProfile(profile)) {
        if ((lane->phase == DeliveryLanes::Phase::Ready
             || lane->phase == DeliveryLanes::Phase::Resting)
            && !mayDeliver(lane->key)) {
            m_lanes.remove(lane);
        }
    }
}

bool InboundRelay::mayDeliver(const LaneKey& key) const
{
    const auto subscription = m_subscriptions.constFind(key.profile);
    return !m_paused && subscription != m_subscriptions.cend() && subscription->isUp
        && subscription->isLoaded && !subscription->pausedThreads.contains(key.thread);
}

//! There may be something to deliver in this thread.
void InboundRelay::arrived(const LaneKey& key)
{
    if (mayDeliver(key) && !m_lanes.find(key)) {
        (void)m_lanes.add(key, m_arrivals, m_subscriptions.value(key.profile).backlogUpTo);
        pump();
    }
}

void InboundRelay::setPaused(bool paused)
{
    if (m_paused == paused) {
        return;
    }
    m_paused = paused;
    if (!paused) {
        loadAll();
        return;
    }
    const QStringList profiles = m_subscriptions.keys();
    for (const QString& profile : profiles) {
        dropResting(profile);
        endBacklog(profile);
    }
    armTimer();
}

void InboundRelay::setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused,
                                   QObject* context, Reply<void> done)
{
    auto reply = guarded<void>(context, std::move(done));
    m_store->profiles().setThreadPaused(
        profile, thread, paused, this, [=, this](const Result<void>& stored) {
            const QPointer<InboundRelay> alive(this);
            if (stored && m_subscriptions.contains(profile)) {
                Subscription& subscription = m_subscriptions[profile];
                if (paused) {
                    subscription.pausedThreads.insert(thread);
                    dropResting(profile);
                    endBacklog(profile);
                } else if (subscription.pausedThreads.remove(thread) && subscription.isUp) {
                    load(profile);
                }
            }
            reply(stored);
        });
}

void InboundRelay::deliverAnyway(const QString& profile, qint64 seq, QObject* context,
                                 Reply<bool> done)
{
    m_store->inbound().release(profile, seq, this,
                               [this, reply = guarded<bool>(context, std::move(done))](
                                   const Result<std::optional<InboundRow>>& row) {
                                   const QPointer<InboundRelay> alive(this);
                                   reply(row.map([](const std::optional<InboundRow>& found) {
                                       return found.has_value();
                                   }));
                                   if (alive && row && *row) {
                                       arrived({ (*row)->profile, (*row)->thread });
                                   }
                               });
}

void InboundRelay::discard(const QString& profile, qint64 seq, QObject* context, Reply<bool> done)
{
    m_store->inbound().discard(profile, seq, this,
                               [reply = guarded<bool>(context, std::move(done))](
                                   const Result<std::optional<InboundRow>>& row) {
                                   reply(row.map([](const std::optional<InboundRow>& found) {
                                       return found.has_value();
                                   }));
                               });
}

void InboundRelay::recordOutcome(const QString& profile, const QString& msgId,
                                 InboundOutcome outcome, const QString& reason, QObject* context,
                                 Reply<bool> done)
{
    m_store->inbound().recordOutcome(profile, msgId, outcome, reason, context, std::move(done));
}

} // namespace zalo
