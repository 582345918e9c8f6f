// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/backoff.h"
#include "core/logging.h"
#include "core/redact.h"
#include "relay/inboundrelay.h"

#include <algorithm>

// InboundRelay's deliveries: one message from its lane to the Gateway and what comes of it.

namespace zalo {
namespace {

using Phase = DeliveryLanes::Phase;

std::chrono::milliseconds pauseAfter(int tries, const Backoff::Range& range)
{
    Backoff backoff(range);
    std::chrono::milliseconds pause {};
    for (int i = 0; i < tries; ++i) {
        pause = backoff.next();
    }
    return pause;
}

} // namespace

void InboundRelay::pump()
{
    while (m_lanes.underWay() < m_policy.deliverWindow) {
        const Lane lane = nextLane();
        if (!lane) {
            break;
        }
        fetch(lane);
    }
    armTimer();
}

//! What just came is answered first: the backlog has waited already, and must not flood the
//! Gateway.
InboundRelay::Lane InboundRelay::nextLane() const
{
    Lane lane = m_lanes.firstReady(false);
    if (!lane && mayDeliverBacklog()) {
        lane = m_lanes.firstReady(true);
    }
    return lane;
}

bool InboundRelay::mayDeliverBacklog() const
{
    const int room = m_policy.deliverWindow - m_policy.deliverWindow / 4; // the rest for the others
    return m_backlogFetches == 0 && m_lanes.backlogUnderWay() < room
        && m_nextBacklog <= m_clock.steadyMs();
}

void InboundRelay::fetch(const Lane& lane)
{
    m_lanes.setUnderWay(lane, Phase::Fetching);
    const int backlogFetches = int(lane->isBacklog);
    m_backlogFetches += backlogFetches;
    const qint64 minReceivedMs = m_clock.nowMs() - m_policy.backlogMaxAge.count();
    m_store->inbound().nextWaiting(
        lane->key.profile, lane->key.thread, minReceivedMs, this,
        [this, lane, backlogFetches](const Result<std::optional<InboundRow>>& row) {
            m_backlogFetches -= backlogFetches;
            if (lane->phase != Phase::Fetching) {
                pump();
                return;
            }
            if (row && *row && mayDeliver(lane->key)) {
                fetched(lane, **row);
            } else {
                m_lanes.remove(lane);
                endBacklog(lane->key.profile);
            }
            pump();
        });
}

void InboundRelay::fetched(const Lane& lane, const InboundRow& row)
{
    lane->nextSeq = row.seq;
    const qint64 now = m_clock.steadyMs();
    const bool isBacklog = row.seq <= lane->backlogUpTo;
    qint64 due = now;
    if (row.attempts > 0 && lane->backoffDoneForSeq != row.seq) {
        // Stored by the wall clock, which may have been set meanwhile: never longer than one pause.
        const qint64 longest = 2 * qint64(m_policy.deliverRetry.longest.count());
        due = now + std::clamp<qint64>(row.nextAttemptMs - m_clock.nowMs(), 0, longest);
        lane->backoffDoneForSeq = row.seq;
    }
    if (isBacklog && m_lastBacklog.contains(lane->key)) {
        due =
            std::max(due, m_lastBacklog.value(lane->key) + m_policy.backlogThreadInterval.count());
    }
    const Lane first = lane->isBacklog ? m_lanes.firstReady(true) : Lane();
    if (due > now) {
        m_lanes.rest(lane, due);
    } else if (first && first->nextSeq < row.seq) {
        m_lanes.makeReady(lane); // only now it is known that others are older
    } else {
        deliver(lane, row, isBacklog);
    }
}

void InboundRelay::deliver(const Lane& lane, const InboundRow& row, bool isBacklog)
{
    const qint64 now = m_clock.steadyMs();
    if (isBacklog) {
        m_lastBacklog.insert(lane->key, now);
        m_nextBacklog = now + m_policy.backlogInterval.count();
    }
    InboundDelivery delivery { row.profile,      row.msgId, row.thread,
                               row.attempts + 1, isBacklog, row.payload };
    delivery.params.insert(QLatin1String("profile"), row.profile);
    delivery.params.insert(QLatin1String("msgId"), row.msgId);
    delivery.params.insert(QLatin1String("threadId"), row.thread.id);
    delivery.params.insert(QLatin1String("isGroup"), row.thread.isGroup);
    delivery.params.insert(QLatin1String("receivedAt"), row.receivedMs);
    delivery.params.insert(QLatin1String("backlog"), isBacklog);
    delivery.params.insert(QLatin1String("attempt"), delivery.attempt);

    const quint64 delivered = ++m_deliveries;
    lane->delivery = delivered;
    lane->connectionId = m_subscriptions.value(row.profile).connectionId;
    m_lanes.setUnderWay(lane, Phase::Delivering, now + m_policy.deliverDeadline.count());
    m_underWay.insert(lane->key, row);
    m_gateway->deliver(delivery, this, [this, lane, row, delivered](const Result<void>& result) {
        if (lane->phase == Phase::Delivering && lane->delivery == delivered) {
            answered(lane, row, result);
        }
    });
}

void InboundRelay::answered(const Lane& lane, const InboundRow& row, const Result<void>& result)
{
    m_underWay.remove(lane->key);
    if (!result) {
        onAttemptFailed(lane, row, result.error());
        return;
    }
    m_lanes.setUnderWay(lane, Phase::Settling);
    m_store->inbound().markAccepted(row.profile, row.seq, this,
                                    [this, lane, row](const Result<void>& stored) {
                                        countBacklog(lane, row);
                                        advance(lane, stored, row.seq + 1);
                                        if (stored) {
                                            emit taken(row.profile, row.msgId);
                                        }
                                    });
}

void InboundRelay::onAttemptFailed(const Lane& lane, const InboundRow& row, const Error& error)
{
    Subscription& subscription = m_subscriptions[row.profile];
    const bool isSuperseded = !subscription.isUp || subscription.connectionId != lane->connectionId;
    if (error.kind == ErrorKind::Disconnected || isSuperseded) {
        if (!isSuperseded) {
            onGatewayDisconnected(row.profile);
        }
        advance(lane, {}, row.seq);
        return;
    }
    const int attempts = row.attempts + 1;
    qCWarning(lcRelay).noquote() << "delivery" << attempts << "of message" << redactId(row.msgId)
                                 << "failed:" << errorText(error, TextLanguage::English);
    m_lanes.setUnderWay(lane, Phase::Settling);
    if (attempts >= m_policy.deliverTries) {
        m_store->inbound().markDead(row.profile, row.seq, attempts, error, this,
                                    [this, lane, row](const Result<void>& stored) {
                                        countBacklog(lane, row);
                                        advance(lane, stored, row.seq + 1);
                                        if (stored) {
                                            emit deadLettered(row.profile, row.msgId);
                                        }
                                    });
        return;
    }
    const qint64 pause = pauseAfter(attempts, m_policy.deliverRetry).count();
    m_store->inbound().recordAttempt(row.profile, row.seq, attempts, m_clock.nowMs() + pause, error,
                                     this, [this, lane, row, pause](const Result<void>& stored) {
                                         if (stored && mayDeliver(lane->key)) {
                                             lane->backoffDoneForSeq = row.seq;
                                             m_lanes.rest(lane, m_clock.steadyMs() + pause);
                                             pump();
                                         } else {
                                             advance(lane, stored, row.seq);
                                         }
                                     });
}

//! The lane's turn is over; its next message is `nextSeq` or newer.
void InboundRelay::advance(const Lane& lane, const Result<void>& stored, qint64 nextSeq)
{
    if (lane->phase != Phase::Gone) {
        // Where it could not be stored the file is damaged: the lane comes back with a new start.
        if (stored && mayDeliver(lane->key)) {
            lane->nextSeq = nextSeq;
            m_lanes.makeReady(lane);
        } else {
            m_lanes.remove(lane);
        }
    }
    endBacklog(lane->key.profile);
    pump();
}

void InboundRelay::countBacklog(const Lane& lane, const InboundRow& row)
{
    BacklogProgress& progress = m_subscriptions[row.profile].progress;
    if (row.seq <= lane->backlogUpTo && progress.done < progress.total) {
        ++progress.done;
        emit backlogProgressed(row.profile);
    }
}

//! Forgets the progress once nothing of it is left to be delivered.
void InboundRelay::endBacklog(const QString& profile)
{
    BacklogProgress& progress = m_subscriptions[profile].progress;
    if (progress.total > 0 && !m_lanes.hasBacklog(profile)) {
        progress = {};
        emit backlogProgressed(profile);
    }
}

BacklogProgress InboundRelay::backlogProgress(const QString& profile) const
{
    return m_subscriptions.value(profile).progress;
}

void InboundRelay::onTimeout()
{
    const qint64 now = m_clock.steadyMs();
    for (const Lane& lane : m_lanes.takeDue(now)) {
        if (lane->phase == Phase::Delivering) {
            answered(lane, m_underWay.value(lane->key),
                     failure(ErrorKind::TimedOut, QStringLiteral("inbound.deliver")));
        } else if (lane->phase == Phase::Resting) {
            m_lanes.makeReady(lane);
        }
    }
    const qint64 forgotten = now - m_policy.backlogThreadInterval.count();
    m_lastBacklog.removeIf([=](const auto& entry) { return entry.value() < forgotten; });
    pump();
}

void InboundRelay::armTimer()
{
    std::optional<qint64> due = m_lanes.nextDue();
    if (m_lanes.firstReady(true) && m_nextBacklog > m_clock.steadyMs()) {
        due = std::min(due.value_or(m_nextBacklog), m_nextBacklog);
    }
    if (!due) {
        m_timer.stop();
        return;
    }
    const qint64 wait = std::clamp<qint64>(*due - m_clock.steadyMs(), 0, 60'000);
    m_timer.start(int(wait));
}

} // namespace zalo
