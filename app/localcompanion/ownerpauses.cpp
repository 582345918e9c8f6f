// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/ownerpauses.h"

#include "messagestore/relaystore.h"
#include "relay/inboundrelay.h"
#include "relay/outbox.h"
#include "settings/settings.h"

#include <algorithm>

namespace zalo {

OwnerPauses::OwnerPauses(QString profile, RelayStore& store, InboundRelay& relay, Outbox& outbox,
                         const Settings& settings, const Policy& policy, Clock clock,
                         QObject* parent)
    : QObject(parent),
      m_profile(std::move(profile)),
      m_store(store),
      m_relay(relay),
      m_outbox(outbox),
      m_settings(settings),
      m_policy(policy),
      m_clock(std::move(clock))
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &OwnerPauses::endDue);
}

void OwnerPauses::onOwnMessage(const LaneKey& lane, qint64 writtenMs)
{
    // Zalo's clock may be ahead of this machine's.
    const qint64 now = m_clock.nowMs();
    const OwnerPause pause { lane, std::min(writtenMs, now) + m_policy.ownerPause.count() };
    if (!m_settings.pausesForOwner() || pause.untilMs <= now) {
        return;
    }
    follow(lane, true); // at once: what came after it is not for the bot any more
    m_store.profiles().pauseUntil(pause, this, [this, pause](const Result<bool>& paused) {
        if (!paused) {
            follow(pause.lane, false);
        } else if (*paused) {
            arm(pause.untilMs);
        }
    });
}

void OwnerPauses::endDue()
{
    m_store.profiles().endPauses(m_profile, m_clock.nowMs(), this,
                                 [this](const Result<QList<LaneKey>>& ended) {
                                     for (const LaneKey& lane : ended.value_or(QList<LaneKey>())) {
                                         follow(lane, false);
                                     }
                                 });
    m_store.profiles().ownerPauses(this, [this](const Result<QList<OwnerPause>>& pauses) {
        for (const OwnerPause& pause : pauses.value_or(QList<OwnerPause>())) {
            if (pause.lane.profile == m_profile) {
                arm(pause.untilMs);
            }
        }
    });
}

void OwnerPauses::follow(const LaneKey& lane, bool isPaused)
{
    m_relay.followThreadPause(m_profile, lane.thread, isPaused);
    m_outbox.setThreadPaused(m_profile, lane.thread, isPaused);
}

void OwnerPauses::arm(qint64 untilMs)
{
    // A clock that was set back makes no pause longer.
    const std::chrono::milliseconds left(
        std::clamp<qint64>(untilMs - m_clock.nowMs(), 0, m_policy.ownerPause.count()));
    if (!m_next.isActive() || left < m_next.remainingTimeAsDuration()) {
        m_next.start(left);
    }
}

} // namespace zalo
