// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/deliveryscheduler.h"

#include "core/backoff.h"
#include "core/logging.h"
#include "core/redact.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

using Phase = DeliveryLanes::Phase;

std::chrono::milliseconds pauseAfter(int attempts, const Backoff::Range& range)
{
    Backoff backoff(range);
    std::chrono::milliseconds pause {};
    for (int i = 0; i < attempts; ++i) {
        pause = backoff.next();
    }
    return pause;
}

//! No message of the row's thread has a smaller seq.
qint64 firstSeq(const InboundRow& row)
{
    return row.overtakenSeq > 0 ? row.overtakenSeq : row.seq;
}

//! The same once the row is done with.
qint64 seqAfter(const InboundRow& row)
{
    return row.overtakenSeq > 0 ? row.overtakenSeq : row.seq + 1;
}

//! Until when a message waits for its files, which are asked for from `sinceMs` on.
qint64 mediaDueMs(DeliveryLanes::Lane& lane, const InboundRow& row, qint64 sinceMs, qint64 longest,
                  const Clock& clock)
{
    if (!row.wantsMedia) {
        lane.mediaSeq = 0;
        return 0;
    }
    if (lane.mediaSeq != row.seq) {
        lane.mediaSeq = row.seq;
        lane.mediaUntilMs =
            clock.steadyMs() + std::clamp<qint64>(sinceMs + longest - clock.nowMs(), 0, longest);
    }
    return lane.mediaUntilMs;
}

} // namespace

DeliveryScheduler::DeliveryScheduler(InboundStore& store, GatewayPort& gateway,
                                     Subscriptions& subscriptions, const OrderHold& order,
                                     const Policy& policy, Clock clock, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_gateway(gateway),
      m_subscriptions(subscriptions),
      m_order(order),
      m_policy(policy),
      m_clock(std::move(clock)),
      m_startedMs(m_clock.nowMs()),
      m_pacer(policy.backlogInterval, policy.backlogThreadInterval)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DeliveryScheduler::onTimeout);
}

void DeliveryScheduler::add(const LaneKey& key, qint64 nextSeq)
{
    if (m_subscriptions.mayDeliver(key) && !m_lanes.find(key)) {
        (void)m_lanes.add(key, nextSeq, m_subscriptions.value(key.profile).backlogUpTo);
    }
}

void DeliveryScheduler::onMediaSettled(const LaneKey& key)
{
    const Lane lane = m_lanes.find(key);
    if (lane && lane->phase == Phase::Resting && lane->mediaSeq > 0
        && lane->mediaUntilMs > m_clock.steadyMs()) {
        m_lanes.makeReady(lane);
        pump();
    }
}

void DeliveryScheduler::dropIdle(const QString& profile)
{
    for (const Lane& lane : m_lanes.ofProfile(profile)) {
        if ((lane->phase == Phase::Ready || lane->phase == Phase::Resting)
            && !m_subscriptions.mayDeliver(lane->key)) {
            m_lanes.remove(lane);
        }
    }
}

void DeliveryScheduler::dropUnanswered(const QString& profile)
{
    for (const Lane& lane : m_lanes.ofProfile(profile)) {
        if (lane->phase == Phase::Delivering) {
            m_underWay.remove(lane->key);
            m_lanes.remove(lane);
        }
    }
}

void DeliveryScheduler::pump()
{
    // One look at the clock: between two of them the backlog's time could come unseen.
    const qint64 now = m_clock.steadyMs();
    while (m_lanes.underWay() < m_policy.deliverWindow) {
        const Lane lane = nextLane(now);
        if (!lane) {
            break;
        }
        fetch(lane);
    }
    armTimer(now);
}

//! What just came is answered first: the backlog has waited already, and must not flood the
//! Gateway.
DeliveryScheduler::Lane DeliveryScheduler::nextLane(qint64 now) const
{
    Lane lane = m_lanes.firstReady(false);
    if (!lane && mayDeliverBacklog(now)) {
        lane = m_lanes.firstReady(true);
    }
    return lane;
}

bool DeliveryScheduler::mayDeliverBacklog(qint64 now) const
{
    const int room = m_policy.deliverWindow - m_policy.deliverWindow / 4; // the rest for the others
    return m_lanes.backlogUnderWay() < room && m_pacer.mayFetch(now);
}

void DeliveryScheduler::fetch(const Lane& lane)
{
    m_lanes.setUnderWay(lane, Phase::Fetching);
    const bool isBacklog = lane->isBacklog;
    if (isBacklog) {
        m_pacer.beginFetch();
    }
    m_store.nextWaiting(lane->key, this,
                        [this, lane, isBacklog](const Result<std::optional<InboundRow>>& row) {
                            if (isBacklog) {
                                m_pacer.endFetch();
                            }
                            if (lane->phase == Phase::Fetching) {
                                if (row && *row && m_subscriptions.mayDeliver(lane->key)) {
                                    onFetched(lane, **row);
                                } else {
                                    m_lanes.remove(lane);
                                    endBacklog(lane->key.profile);
                                }
                            }
                            pump();
                        });
}

void DeliveryScheduler::onFetched(const Lane& lane, const InboundRow& row)
{
    lane->nextSeq = firstSeq(row);
    const qint64 now = m_clock.steadyMs();
    const bool isBacklog = row.seq <= lane->backlogUpTo;
    qint64 due = now;
    if (row.attempts > 0 && lane->backoffDoneForSeq != row.seq) {
        // Stored by the wall clock, which may have been set meanwhile: never longer than one pause.
        const qint64 longest = 2 * qint64(m_policy.deliverRetry.longest.count());
        due = now + std::clamp<qint64>(row.nextAttemptMs - m_clock.nowMs(), 0, longest);
        lane->backoffDoneForSeq = row.seq;
    }
    if (isBacklog) {
        due = std::max(due, m_pacer.nextAt(lane->key));
    }
    // What an earlier run received is fetched anew by this one.
    const qint64 since = std::max(row.receivedMs, m_startedMs);
    due = std::max(due, mediaDueMs(*lane, row, since, m_policy.mediaWait.count(), m_clock));
    due = std::max(due, m_order.untilMs(row));
    const Lane first = lane->isBacklog ? m_lanes.firstReady(true) : Lane();
    if (due > now) {
        m_lanes.rest(lane, due);
    } else if (first && first->nextSeq < lane->nextSeq) {
        m_lanes.makeReady(lane); // only now it is known that others are older
    } else {
        deliver(lane, row, isBacklog);
    }
}

void DeliveryScheduler::deliver(const Lane& lane, const InboundRow& row, bool isBacklog)
{
    const qint64 now = m_clock.steadyMs();
    if (isBacklog) {
        m_pacer.take(lane->key, now);
    }
    const quint64 delivered = ++m_deliveries;
    lane->delivery = delivered;
    lane->connectionId = m_subscriptions.value(row.profile).connectionId;
    m_lanes.setUnderWay(lane, Phase::Delivering, now + m_policy.deliverDeadline.count());
    m_underWay.insert(lane->key, row);
    m_gateway.deliver(row, isBacklog, this,
                      [this, lane, row, delivered](const Result<void>& result) {
                          if (lane->phase == Phase::Delivering && lane->delivery == delivered) {
                              onAnswered(lane, row, result);
                          }
                      });
}

void DeliveryScheduler::onAnswered(const Lane& lane, const InboundRow& row,
                                   const Result<void>& result)
{
    m_underWay.remove(lane->key);
    if (!result) {
        onAttemptFailed(lane, row, result.error());
        return;
    }
    quint64& lastAccepted = m_lastAccepted[row.profile];
    lastAccepted = std::max(lastAccepted, lane->delivery);
    m_lanes.setUnderWay(lane, Phase::Settling);
    m_store.markAccepted(row.profile, row.seq, this, [this, lane, row](const Result<void>& stored) {
        countBacklog(lane, row);
        advance(lane, stored, seqAfter(row));
    });
}

void DeliveryScheduler::onAttemptFailed(const Lane& lane, const InboundRow& row, const Error& error)
{
    const bool isSuperseded = !m_subscriptions.isCurrent(row.profile, lane->connectionId);
    if (error.kind == ErrorKind::Disconnected || isSuperseded) {
        if (!isSuperseded) {
            emit connectionLost(row.profile);
        }
        advance(lane, {}, firstSeq(row));
        return;
    }
    if (lane->failingSeq != row.seq) {
        lane->failingSeq = row.seq;
        lane->failingSinceMs = m_clock.steadyMs();
        lane->failedAlone = 0;
        lane->unanswered = 0;
    } else if (tookLaterThan(lane->failedLast, row.profile)) {
        ++lane->failedAlone;
    }
    lane->failedLast = lane->delivery;
    if (error.kind == ErrorKind::TimedOut && !tookLaterThan(lane->delivery, row.profile)) {
        waitForAnswers(lane);
        return;
    }
    const int attempts = row.attempts + 1;
    qCWarning(lcRelay).noquote() << "delivery" << attempts << "of message" << redactId(row.msgId)
                                 << "failed:" << errorText(error, TextLanguage::English);
    m_lanes.setUnderWay(lane, Phase::Settling);
    if (attempts >= m_policy.deliverTries && isMessageAtFault(lane, error)) {
        bury(lane, row, attempts, error);
    } else {
        retryLater(lane, row, attempts, error);
    }
}

//! The Gateway works: it took a message that it was given later.
bool DeliveryScheduler::tookLaterThan(quint64 delivery, const QString& profile) const
{
    return m_lastAccepted.value(profile) > delivery;
}

//! Whether the failures say something about the message and not only about the Gateway, which may
//! have been unwell at each of them and well in between.
bool DeliveryScheduler::isMessageAtFault(const Lane& lane, const Error& error) const
{
    const qint64 failingFor = m_clock.steadyMs() - lane->failingSinceMs;
    return error.kind == ErrorKind::GatewayRefused || lane->failedAlone >= m_policy.deliverTries - 1
        || (lane->failedAlone > 0 && failingFor >= m_policy.deliverPatience.count());
}

//! Nothing is known about the message: it is given to the Gateway again, with growing pauses.
void DeliveryScheduler::waitForAnswers(const Lane& lane)
{
    ++lane->unanswered;
    qCInfo(lcRelay) << "the Gateway does not answer a delivery";
    m_lanes.rest(lane,
                 m_clock.steadyMs() + pauseAfter(lane->unanswered, m_policy.deliverRetry).count());
    pump();
}

//! Makes it a dead letter.
void DeliveryScheduler::bury(const Lane& lane, const InboundRow& row, int attempts,
                             const Error& error)
{
    m_store.markDead(row.profile, row.seq, attempts, error, this,
                     [this, lane, row](const Result<void>& stored) {
                         countBacklog(lane, row);
                         advance(lane, stored, seqAfter(row));
                     });
}

void DeliveryScheduler::retryLater(const Lane& lane, const InboundRow& row, int attempts,
                                   const Error& error)
{
    const qint64 pause = pauseAfter(attempts, m_policy.deliverRetry).count();
    m_store.recordAttempt(row.profile, row.seq, attempts, m_clock.nowMs() + pause, error, this,
                          [this, lane, row, pause](const Result<void>& stored) {
                              if (stored && m_subscriptions.mayDeliver(lane->key)) {
                                  lane->backoffDoneForSeq = row.seq;
                                  m_lanes.rest(lane, m_clock.steadyMs() + pause);
                                  pump();
                              } else {
                                  advance(lane, stored, firstSeq(row));
                              }
                          });
}

//! The lane's turn is over; no message of it has a smaller seq than `nextSeq`.
void DeliveryScheduler::advance(const Lane& lane, const Result<void>& stored, qint64 nextSeq)
{
    if (lane->phase != Phase::Gone) {
        // Where it could not be stored the file is damaged: the lane comes back with a new start.
        if (stored && m_subscriptions.mayDeliver(lane->key)) {
            lane->nextSeq = nextSeq;
            m_lanes.makeReady(lane);
        } else {
            m_lanes.remove(lane);
        }
    }
    endBacklog(lane->key.profile);
    pump();
}

void DeliveryScheduler::countBacklog(const Lane& lane, const InboundRow& row)
{
    BacklogProgress& progress = m_subscriptions.of(row.profile).progress;
    if (row.seq <= lane->backlogUpTo && progress.done < progress.total) {
        ++progress.done;
        emit backlogProgressed(row.profile);
    }
}

void DeliveryScheduler::endBacklog(const QString& profile)
{
    BacklogProgress& progress = m_subscriptions.of(profile).progress;
    if (progress.total > 0 && !m_lanes.hasBacklog(profile)) {
        progress = {};
        emit backlogProgressed(profile);
    }
}

void DeliveryScheduler::onTimeout()
{
    const qint64 now = m_clock.steadyMs();
    for (const Lane& lane : m_lanes.takeDue(now)) {
        if (lane->phase == Phase::Delivering) {
            onAnswered(lane, m_underWay.value(lane->key),
                       failure(ErrorKind::TimedOut, u"inbound.deliver"_s));
        } else if (lane->phase == Phase::Resting) {
            m_lanes.makeReady(lane);
        }
    }
    m_pacer.trim(now);
    pump();
}

void DeliveryScheduler::armTimer(qint64 now)
{
    std::optional<qint64> due = m_lanes.nextDue();
    if (m_lanes.firstReady(true) && m_pacer.nextAt() > now) {
        due = std::min(due.value_or(m_pacer.nextAt()), m_pacer.nextAt());
    }
    if (due) {
        m_timer.start(int(std::clamp<qint64>(*due - now, 0, 60'000)));
    } else {
        m_timer.stop();
    }
}

} // namespace zalo
