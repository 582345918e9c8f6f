// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/deliverylanes.h"

#include <algorithm>
#include <utility>

namespace zalo {
namespace {

bool takesRoom(DeliveryLanes::Phase phase)
{
    using Phase = DeliveryLanes::Phase;
    return phase == Phase::Fetching || phase == Phase::Delivering || phase == Phase::Settling;
}

} // namespace

DeliveryLanes::Ptr DeliveryLanes::add(const LaneKey& key, qint64 nextSeq, qint64 backlogUpTo)
{
    Q_ASSERT(!m_lanes.contains(key));
    auto lane = std::make_shared<Lane>();
    lane->key = key;
    lane->nextSeq = nextSeq;
    lane->backlogUpTo = backlogUpTo;
    m_lanes.insert(key, lane);
    makeReady(lane);
    return lane;
}

void DeliveryLanes::remove(const Ptr& lane)
{
    unplace(lane);
    setPhase(lane, Phase::Gone);
    m_lanes.remove(lane->key);
}

void DeliveryLanes::makeReady(const Ptr& lane)
{
    unplace(lane);
    setPhase(lane, Phase::Ready);
    lane->isBacklog = lane->nextSeq <= lane->backlogUpTo;
    put(lane, lane->isBacklog ? m_readyBacklog : m_ready, lane->nextSeq);
}

void DeliveryLanes::rest(const Ptr& lane, qint64 untilMs)
{
    unplace(lane);
    setPhase(lane, Phase::Resting);
    put(lane, m_due, untilMs);
}

void DeliveryLanes::setUnderWay(const Ptr& lane, Phase phase, qint64 deadlineMs)
{
    Q_ASSERT(takesRoom(phase));
    unplace(lane);
    setPhase(lane, phase);
    if (deadlineMs != std::numeric_limits<qint64>::max()) {
        put(lane, m_due, deadlineMs);
    }
}

DeliveryLanes::Ptr DeliveryLanes::firstReady(bool backlog) const
{
    const auto& ready = backlog ? m_readyBacklog : m_ready;
    return ready.empty() ? Ptr() : ready.begin()->second;
}

bool DeliveryLanes::hasBacklog(const QString& profile) const
{
    return std::any_of(m_lanes.begin(), m_lanes.end(), [&profile](const Ptr& lane) {
        return lane->key.profile == profile && lane->nextSeq <= lane->backlogUpTo;
    });
}

QList<DeliveryLanes::Ptr> DeliveryLanes::takeDue(qint64 nowMs)
{
    QList<Ptr> due;
    while (!m_due.empty() && m_due.begin()->first <= nowMs) {
        due.append(m_due.begin()->second);
        unplace(due.constLast());
    }
    return due;
}

std::optional<qint64> DeliveryLanes::nextDue() const
{
    return m_due.empty() ? std::nullopt : std::optional(m_due.begin()->first);
}

QList<DeliveryLanes::Ptr> DeliveryLanes::ofProfile(const QString& profile) const
{
    QList<Ptr> found;
    for (const Ptr& lane : m_lanes) {
        if (lane->key.profile == profile) {
            found.append(lane);
        }
    }
    return found;
}

void DeliveryLanes::put(const Ptr& lane, std::multimap<qint64, Ptr>& where, qint64 at)
{
    lane->place = where.emplace(at, lane);
    lane->where = &where;
}

void DeliveryLanes::unplace(const Ptr& lane)
{
    if (lane->where) {
        // The place may hold the last other reference.
        const Ptr keep = lane; // NOLINT(performance-unnecessary-copy-initialization): kept alive
        std::exchange(lane->where, nullptr)->erase(lane->place);
    }
}

void DeliveryLanes::setPhase(const Ptr& lane, Phase phase)
{
    const int change = int(takesRoom(phase)) - int(takesRoom(lane->phase));
    m_underWay += change;
    m_backlogUnderWay += lane->isBacklog ? change : 0;
    lane->phase = phase;
}

} // namespace zalo
