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
      m_policy(policy),
      m_clock(std::move(clock)),
      m_expiry(store->inbound(), policy.backlogMaxAge, m_clock),
      m_order(policy.orderQuiet, policy.orderHold, m_clock),
      m_scheduler(store->inbound(), *gateway, m_subscriptions, m_order, policy, m_clock)
{
    connect(&m_scheduler, &DeliveryScheduler::backlogProgressed, this,
            &InboundRelay::backlogProgressed);
    connect(&m_scheduler, &DeliveryScheduler::connectionLost, this,
            &InboundRelay::onGatewayDisconnected);
    m_expireTimer.setInterval(policy.expiryInterval);
    connect(&m_expireTimer, &QTimer::timeout, this, &InboundRelay::expireAll);
    connect(&m_expireTimer, &QTimer::timeout, this, [this] { m_order.trim(); });
    connect(&store->queue(), &CommitQueue::stateChanged, this, [this](CommitQueue::State state) {
        // Reads may have failed meanwhile, and their lanes with them.
        if (state == CommitQueue::State::Running) {
            loadAll();
        }
    });
}

InboundRelay::~InboundRelay() = default;

void InboundRelay::ingest(const InboundRow& message, QObject* context, Callback<bool> done)
{
    InboundRow row = message;
    row.agedMs = m_expiry.agedMs(message.agedMs);
    const LaneKey key { row.profile, row.account, row.thread };
    m_order.onLine(key);
    m_store->inbound().append(
        row, this,
        [this, key, hasMedia = mediastore::wantsFetching(row.payload),
         reply = boundTo<bool>(context, std::move(done))](Result<bool> inserted) {
            const QPointer<InboundRelay> alive(this);
            reply(inserted);
            if (alive && inserted && *inserted) {
                ++m_arrivals;
                if (hasMedia) {
                    emit mediaWanted();
                }
                onArrived(key);
            }
        });
}

void InboundRelay::countWaiting(const QString& profile, QObject* context, Callback<qint64> done)
{
    // Before anybody was verified: of who was there last.
    m_store->profiles().state(profile, m_subscriptions.value(profile).account, this,
                              [this, profile, context = QPointer(context),
                               done = std::move(done)](const Result<ProfileState>& state) {
                                  if (!context) {
                                      return;
                                  }
                                  if (!state) {
                                      done(tl::unexpected(state.error()));
                                      return;
                                  }
                                  m_store->profiles().counts(
                                      profile, state->account, context,
                                      [done](const Result<RelayCounts>& counts) {
                                          done(counts.map([](const RelayCounts& all) {
                                              return qint64(all.inboundWaiting);
                                          }));
                                      });
                              });
}

void InboundRelay::setAccount(const QString& profile, const QString& account)
{
    Subscription& subscription = m_subscriptions.of(profile);
    if (subscription.account == account) {
        return;
    }
    subscription.account = account;
    m_expireTimer.start();
    subscription.isLoaded = false;
    subscription.progress = {};
    emit backlogProgressed(profile);
    m_scheduler.dropIdle(profile);
    if (subscription.isConnected) {
        load(profile);
    }
    m_scheduler.pump();
}

void InboundRelay::onGatewayConnected(const QString& profile)
{
    Subscription& subscription = m_subscriptions.of(profile);
    subscription.isConnected = true;
    subscription.progress = {};
    ++subscription.connectionId;
    load(profile);
}

void InboundRelay::onGatewayDisconnected(const QString& profile)
{
    Subscription& subscription = m_subscriptions.of(profile);
    subscription.isConnected = false;
    subscription.isLoaded = false;
    subscription.progress = {};
    emit backlogProgressed(profile);
    m_scheduler.dropIdle(profile);
    m_scheduler.dropUnanswered(profile);
    m_scheduler.pump();
}

//! Finds out what waits. Calls to the store are answered in order, so nothing falls between.
void InboundRelay::load(const QString& profile)
{
    const auto [connectionId, account] = [&] {
        const Subscription now = m_subscriptions.value(profile);
        return std::pair(now.connectionId, now.account);
    }();
    m_subscriptions.of(profile).isLoaded = false;
    if (account.isEmpty()) {
        return; // setAccount() comes
    }
    m_expiry.run(profile, this,
                 [this, profile, connectionId = connectionId,
                  account = account](const Result<int>& expired) {
                     if (expired) {
                         loadWaiting(profile, connectionId, account);
                     }
                 });
}

void InboundRelay::loadWaiting(const QString& profile, quint64 connectionId, const QString& account)
{
    const auto isCurrent = [this, profile, connectionId, account] {
        return m_subscriptions.isCurrent(profile, connectionId)
            && m_subscriptions.value(profile).account == account;
    };
    m_store->profiles().pausedThreads(this, [=, this](const Result<QList<LaneKey>>& threads) {
        if (threads && isCurrent()) {
            QSet<ThreadRef>& paused = m_subscriptions.of(profile).pausedThreads;
            paused.clear();
            for (const LaneKey& key : *threads) {
                if (key.profile == profile && key.account == account) {
                    paused.insert(key.thread);
                }
            }
        }
    });
    m_store->inbound().lastSeq(this, [=, this](const Result<qint64>& seq) {
        if (seq && isCurrent()) {
            m_subscriptions.of(profile).backlogUpTo = *seq;
            m_arrivals = std::max(m_arrivals, *seq);
        }
    });
    m_store->inbound().waitingLanes(profile, account, this,
                                    [=, this](const Result<QList<WaitingLane>>& lanes) {
                                        if (lanes && isCurrent()) {
                                            onLoaded(profile, *lanes);
                                        }
                                    });
}

void InboundRelay::onLoaded(const QString& profile, const QList<WaitingLane>& lanes)
{
    Subscription& subscription = m_subscriptions.of(profile);
    subscription.isLoaded = true;
    // A load amid a backlog goes on counting.
    subscription.progress.total = subscription.progress.done;
    for (const WaitingLane& waiting : lanes) {
        const LaneKey key { profile, subscription.account, waiting.thread };
        if (m_subscriptions.mayDeliver(key)) {
            subscription.progress.total += waiting.count;
            m_scheduler.add(key, waiting.firstSeq);
        }
    }
    emit backlogProgressed(profile);
    m_scheduler.endBacklog(profile);
    qCInfo(lcRelay) << "threads with waiting messages:" << lanes.size();
    m_scheduler.pump();
}

void InboundRelay::loadAll()
{
    const QStringList profiles = m_subscriptions.profiles();
    for (const QString& profile : profiles) {
        if (m_subscriptions.value(profile).isConnected) {
            load(profile);
        }
    }
}

void InboundRelay::expireAll()
{
    const QStringList profiles = m_subscriptions.profiles();
    for (const QString& profile : profiles) {
        m_expiry.run(profile, this, [](const Result<int>& expired) {
            if (expired && *expired > 0) {
                qCWarning(lcRelay) << "messages that are too old to be delivered:" << *expired;
            }
        });
    }
}

void InboundRelay::setMaxAge(std::chrono::milliseconds maxAge)
{
    m_expiry.setMaxAge(maxAge);
    expireAll();
}

void InboundRelay::deliverExpired(const QString& profile, QObject* context, Callback<int> done)
{
    m_store->inbound().releaseExpired(
        profile, m_subscriptions.value(profile).account, this,
        [this, profile, reply = boundTo<int>(context, std::move(done))](const Result<int>& count) {
            const QPointer<InboundRelay> alive(this);
            reply(count);
            if (alive && count && *count > 0 && m_subscriptions.value(profile).isConnected) {
                load(profile);
            }
        });
}

//! There may be something to deliver in this thread.
void InboundRelay::onArrived(const LaneKey& key)
{
    m_scheduler.add(key, m_arrivals);
    m_scheduler.pump();
}

BacklogProgress InboundRelay::backlogProgress(const QString& profile) const
{
    return m_subscriptions.value(profile).progress;
}

void InboundRelay::setPaused(bool paused)
{
    if (isPaused() == paused) {
        return;
    }
    m_subscriptions.setPaused(paused);
    if (!paused) {
        loadAll();
        return;
    }
    const QStringList profiles = m_subscriptions.profiles();
    for (const QString& profile : profiles) {
        m_scheduler.dropIdle(profile);
        m_scheduler.endBacklog(profile);
    }
}

void InboundRelay::setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused,
                                   qint64 untilMs, QObject* context, Callback<void> done)
{
    const LaneKey lane { profile, m_subscriptions.value(profile).account, thread };
    const auto settle =
        [=, this, reply = boundTo<void>(context, std::move(done))](const Result<void>& stored) {
            if (stored) {
                followThreadPause(profile, thread, paused);
                emit threadPauseStored(profile);
            }
            reply(stored);
        };
    if (paused) {
        m_store->profiles().pauseUntil(
            { lane, untilMs, PauseCause::Person }, this,
            [settle](const Result<bool>& stored) { settle(stored.map([](bool) {})); });
    } else {
        m_store->profiles().setThreadPaused(lane, false, this, settle);
    }
}

void InboundRelay::followThreadPause(const QString& profile, const ThreadRef& thread, bool paused)
{
    if (!m_subscriptions.contains(profile)) {
        return;
    }
    Subscription& subscription = m_subscriptions.of(profile);
    if (paused) {
        subscription.pausedThreads.insert(thread);
        m_scheduler.dropIdle(profile);
        m_scheduler.endBacklog(profile);
    } else if (subscription.pausedThreads.remove(thread) && subscription.isConnected) {
        load(profile);
    }
}

void InboundRelay::deliverAnyway(const QString& profile, qint64 seq, QObject* context,
                                 Callback<bool> done)
{
    m_store->inbound().release(
        profile, seq, this,
        [this, reply = boundTo<bool>(context, std::move(done))](
            const Result<std::optional<InboundRow>>& row) {
            const QPointer<InboundRelay> alive(this);
            reply(
                row.map([](const std::optional<InboundRow>& found) { return found.has_value(); }));
            if (alive && row && *row) {
                if ((*row)->wantsMedia) {
                    emit mediaWanted();
                }
                onArrived({ (*row)->profile, (*row)->account, (*row)->thread });
            }
        });
}

void InboundRelay::discard(const QString& profile, qint64 seq, QObject* context,
                           Callback<bool> done)
{
    m_store->inbound().discard(profile, seq, this,
                               [reply = boundTo<bool>(context, std::move(done))](
                                   const Result<std::optional<InboundRow>>& row) {
                                   reply(row.map([](const std::optional<InboundRow>& found) {
                                       return found.has_value();
                                   }));
                               });
}

void InboundRelay::recordOutcome(const QString& profile, const QString& msgId,
                                 const QString& threadId, InboundOutcome outcome,
                                 const OutcomeReason& reason, QObject* context, Callback<bool> done)
{
    m_store->inbound().recordOutcome(profile, msgId, threadId, outcome, reason, context,
                                     std::move(done));
}

} // namespace zalo
