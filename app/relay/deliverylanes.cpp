// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/deliverylanes.h"

namespace zalo {
namespace {

bool takesRoom(DeliveryLanes::Phase phase)
{
    using Phase = DeliveryLanes::Phase;
    return phase == Phase::Fetching || phase == Phase::Delivering || phase == Phase::Settling;
}

} // namespace

DeliveryLanes::Ptr DeliveryLanes::add(const LaneKey& key, qint64 hint, qint64 replayUpTo)
{
    Q_ASSERT(!m_lanes.contains(key));
    auto lane = std::make_shared<Lane>();
    lane->key = key;
    lane->hint = hint;
    lane->replayUpTo = replayUpTo;
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
    lane->place = m_ready.emplace(lane->hint, lane);
    lane->isPlaced = lane->isReady = true;
}

void DeliveryLanes::rest(const Ptr& lane, qint64 untilMs)
{
    unplace(lane);
    setPhase(lane, Phase::Resting);
    lane->place = m_due.emplace(untilMs, lane);
    lane->isPlaced = true;
    lane->isReady = false;
}

void DeliveryLanes::setUnderWay(const Ptr& lane, Phase phase, qint64 deadlineMs)
{
    Q_ASSERT(takesRoom(phase));
    unplace(lane);
    setPhase(lane, phase);
    if (deadlineMs != std::numeric_limits<qint64>::max()) {
        lane->place = m_due.emplace(deadlineMs, lane);
        lane->isPlaced = true;
        lane->isReady = false;
    }
}

DeliveryLanes::Ptr DeliveryLanes::firstReady() const
{
    return m_ready.empty() ? Ptr() : m_ready.begin()->second;
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

void DeliveryLanes::unplace(const Ptr& lane)
{
    if (lane->isPlaced) {
        const Ptr keep = lane; // the place may hold the last other reference
        (lane->isReady ? m_ready : m_due).erase(lane->place);
        lane->isPlaced = false;
    }
}

void DeliveryLanes::setPhase(const Ptr& lane, Phase phase)
{
    m_underWay += int(takesRoom(phase)) - int(takesRoom(lane->phase));
    lane->phase = phase;
}

} // namespace zalo
