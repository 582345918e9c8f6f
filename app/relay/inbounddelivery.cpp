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

//! What just came is answered first: a replay has waited already, and must not flood the Gateway.
InboundRelay::Lane InboundRelay::nextLane() const
{
    Lane lane = m_lanes.firstReady(false);
    if (!lane && mayReplay()) {
        lane = m_lanes.firstReady(true);
    }
    return lane;
}

bool InboundRelay::mayReplay() const
{
    const int room = m_policy.deliverWindow - m_policy.deliverWindow / 4; // the rest for the others
    return m_replayFetches == 0 && m_lanes.replaysUnderWay() < room
        && m_nextReplay <= m_clock.steadyMs();
}

void InboundRelay::fetch(const Lane& lane)
{
    m_lanes.setUnderWay(lane, Phase::Fetching);
    const int replays = int(lane->isReplay);
    m_replayFetches += replays;
    const qint64 notBefore = m_clock.nowMs() - m_policy.replayMaxAge.count();
    m_store->nextWaiting(lane->key.profile, lane->key.thread, notBefore, this,
                         [this, lane, replays](const Result<std::optional<InboundRow>>& row) {
                             m_replayFetches -= replays;
                             if (lane->phase != Phase::Fetching) {
                                 pump();
                                 return;
                             }
                             if (row && *row && mayDeliver(lane->key)) {
                                 fetched(lane, **row);
                             } else {
                                 m_lanes.remove(lane);
                                 endReplay(lane->key.profile);
                             }
                             pump();
                         });
}

void InboundRelay::fetched(const Lane& lane, const InboundRow& row)
{
    lane->hint = row.seq;
    const qint64 now = m_clock.steadyMs();
    const bool replayed = row.seq <= lane->replayUpTo;
    qint64 due = now;
    if (row.attempts > 0 && lane->restedFor != row.seq) {
        // Stored by the wall clock, which may have been set meanwhile: never longer than one pause.
        const qint64 longest = 2 * qint64(m_policy.deliverRetry.longest.count());
        due = now + std::clamp<qint64>(row.nextTryMs - m_clock.nowMs(), 0, longest);
        lane->restedFor = row.seq;
    }
    if (replayed && m_lastReplay.contains(lane->key)) {
        due = std::max(due, m_lastReplay.value(lane->key) + m_policy.replayInterval.count());
    }
    const Lane first = lane->isReplay ? m_lanes.firstReady(true) : Lane();
    if (due > now) {
        m_lanes.rest(lane, due);
    } else if (first && first->hint < row.seq) {
        m_lanes.makeReady(lane); // only now it is known that others are older
    } else {
        deliver(lane, row, replayed);
    }
}

void InboundRelay::deliver(const Lane& lane, const InboundRow& row, bool replayed)
{
    const qint64 now = m_clock.steadyMs();
    if (replayed) {
        m_lastReplay.insert(lane->key, now);
        m_nextReplay = now + m_policy.replaySpacing.count();
    }
    InboundDelivery delivery { row.profile,      row.msgId, row.thread,
                               row.attempts + 1, replayed,  row.payload };
    delivery.params.insert(QLatin1String("profile"), row.profile);
    delivery.params.insert(QLatin1String("msgId"), row.msgId);
    delivery.params.insert(QLatin1String("threadId"), row.thread.id);
    delivery.params.insert(QLatin1String("isGroup"), row.thread.isGroup);
    delivery.params.insert(QLatin1String("receivedAt"), row.receivedMs);
    delivery.params.insert(QLatin1String("backlog"), replayed);
    delivery.params.insert(QLatin1String("attempt"), delivery.attempt);

    const quint64 delivered = ++m_deliveries;
    lane->delivery = delivered;
    lane->epoch = m_links.value(row.profile).epoch;
    m_lanes.setUnderWay(lane, Phase::Delivering, now + m_policy.deliverDeadline.count());
    m_underWay.insert(lane->key, row);
    m_link->deliver(delivery, this, [this, lane, row, delivered](const Result<void>& result) {
        if (lane->phase == Phase::Delivering && lane->delivery == delivered) {
            answered(lane, row, result);
        }
    });
}

void InboundRelay::answered(const Lane& lane, const InboundRow& row, const Result<void>& result)
{
    m_underWay.remove(lane->key);
    if (!result) {
        failedTry(lane, row, result.error());
        return;
    }
    m_lanes.setUnderWay(lane, Phase::Settling);
    m_store->markTaken(row.profile, row.seq, this, [this, lane, row](const Result<void>& stored) {
        countReplayed(lane, row);
        goOn(lane, stored, row.seq + 1);
        if (stored) {
            emit taken(row.profile, row.msgId);
        }
    });
}

void InboundRelay::failedTry(const Lane& lane, const InboundRow& row, const Error& error)
{
    Link& link = m_links[row.profile];
    const bool linkIsGone = !link.isUp || link.epoch != lane->epoch;
    if (error.kind == ErrorKind::Disconnected || linkIsGone) {
        if (!linkIsGone) {
            linkDown(row.profile);
        }
        goOn(lane, {}, row.seq);
        return;
    }
    const int attempts = row.attempts + 1;
    qCWarning(lcRelay).noquote() << "delivery" << attempts << "of message" << redactId(row.msgId)
                                 << "failed:" << errorText(error, TextLanguage::English);
    m_lanes.setUnderWay(lane, Phase::Settling);
    if (attempts >= m_policy.deliverTries) {
        m_store->markDead(row.profile, row.seq, attempts, error, this,
                          [this, lane, row](const Result<void>& stored) {
                              countReplayed(lane, row);
                              goOn(lane, stored, row.seq + 1);
                              if (stored) {
                                  emit deadLettered(row.profile, row.msgId);
                              }
                          });
        return;
    }
    const qint64 pause = pauseAfter(attempts, m_policy.deliverRetry).count();
    m_store->recordTry(row.profile, row.seq, attempts, m_clock.nowMs() + pause, error, this,
                       [this, lane, row, pause](const Result<void>& stored) {
                           if (stored && mayDeliver(lane->key)) {
                               lane->restedFor = row.seq;
                               m_lanes.rest(lane, m_clock.steadyMs() + pause);
                               pump();
                           } else {
                               goOn(lane, stored, row.seq);
                           }
                       });
}

//! The lane's turn is over; its next message is `hint` or newer.
void InboundRelay::goOn(const Lane& lane, const Result<void>& stored, qint64 hint)
{
    if (lane->phase != Phase::Gone) {
        // Where it could not be stored the file is damaged: the lane comes back with a new start.
        if (stored && mayDeliver(lane->key)) {
            lane->hint = hint;
            m_lanes.makeReady(lane);
        } else {
            m_lanes.remove(lane);
        }
    }
    endReplay(lane->key.profile);
    pump();
}

void InboundRelay::countReplayed(const Lane& lane, const InboundRow& row)
{
    ReplayProgress& progress = m_links[row.profile].progress;
    if (row.seq <= lane->replayUpTo && progress.done < progress.total) {
        ++progress.done;
        emit replayProgressed(row.profile);
    }
}

//! Forgets the progress once nothing of it is left to be delivered.
void InboundRelay::endReplay(const QString& profile)
{
    ReplayProgress& progress = m_links[profile].progress;
    if (progress.total > 0 && !m_lanes.hasReplay(profile)) {
        progress = {};
        emit replayProgressed(profile);
    }
}

ReplayProgress InboundRelay::replayProgress(const QString& profile) const
{
    return m_links.value(profile).progress;
}

void InboundRelay::timeCame()
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
    const qint64 forgotten = now - m_policy.replayInterval.count();
    m_lastReplay.removeIf([=](const auto& entry) { return entry.value() < forgotten; });
    pump();
}

void InboundRelay::armTimer()
{
    std::optional<qint64> due = m_lanes.nextDue();
    if (m_lanes.firstReady(true) && m_nextReplay > m_clock.steadyMs()) {
        due = std::min(due.value_or(m_nextReplay), m_nextReplay);
    }
    if (!due) {
        m_timer.stop();
        return;
    }
    const qint64 wait = std::clamp<qint64>(*due - m_clock.steadyMs(), 0, 60'000);
    m_timer.start(int(wait));
}

} // namespace zalo
