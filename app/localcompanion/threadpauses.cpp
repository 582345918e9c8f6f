// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/threadpauses.h"

#include "messagestore/relaystore.h"
#include "relay/inboundrelay.h"
#include "relay/outbox.h"
#include "settings/settings.h"

#include <algorithm>

namespace zalo {

ThreadPauses::ThreadPauses(QString profile, RelayStore& store, InboundRelay& relay, Outbox& outbox,
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
    connect(&m_next, &QTimer::timeout, this, &ThreadPauses::endDue);
    connect(&relay, &InboundRelay::threadPauseStored, this, [this](const QString& of) {
        if (of == m_profile) {
            read();
        }
    });
}

void ThreadPauses::setAccount(const QString& account)
{
    m_account = account;
    read();
}

void ThreadPauses::onOwnMessage(const LaneKey& lane, qint64 writtenMs)
{
    // Zalo's clock may be ahead of this machine's.
    const qint64 now = m_clock.nowMs();
    const ThreadPause pause { lane, std::min(writtenMs, now) + m_policy.ownerPause.count(),
                              PauseCause::Owner };
    if (!m_settings.isOn(Settings::Switch::PauseForOwner) || pause.untilMs <= now) {
        return;
    }
    follow(lane, true); // at once: what came after it is not for the bot any more
    m_store.profiles().pauseUntil(pause, this, [this, lane](const Result<bool>& paused) {
        if (!paused) {
            follow(lane, false);
        }
        read();
    });
}

void ThreadPauses::endDue()
{
    m_store.profiles().endPauses(m_profile, m_clock.nowMs(), this,
                                 [this](const Result<QList<LaneKey>>& ended) {
                                     for (const LaneKey& lane : ended.value_or(QList<LaneKey>())) {
                                         if (lane.account == m_account) {
                                             follow(lane, false);
                                         }
                                     }
                                     read();
                                 });
}

void ThreadPauses::read()
{
    m_store.profiles().threadPauses(this, [this](const Result<QList<ThreadPause>>& all) {
        QList<ThreadPause> current;
        for (const ThreadPause& pause : all.value_or(QList<ThreadPause>())) {
            if (pause.lane.profile != m_profile) {
                continue;
            }
            if (pause.untilMs > 0) {
                arm(pause.untilMs);
            }
            if (pause.lane.account == m_account) {
                current.append(pause);
            }
        }
        std::stable_sort(current.begin(), current.end(), [](const auto& a, const auto& b) {
            return a.untilMs > 0 && (b.untilMs == 0 || a.untilMs < b.untilMs);
        });
        if (all && m_current != current) {
            m_current = current;
            emit changed();
        }
    });
}

void ThreadPauses::follow(const LaneKey& lane, bool isPaused)
{
    m_relay.followThreadPause(m_profile, lane.thread, isPaused);
    m_outbox.setThreadPaused(m_profile, lane.thread, isPaused);
}

void ThreadPauses::arm(qint64 untilMs)
{
    // A clock that was set back makes no pause longer.
    const std::chrono::milliseconds left(
        std::clamp<qint64>(untilMs - m_clock.nowMs(), 0, m_policy.takeOver.count()));
    if (!m_next.isActive() || left < m_next.remainingTimeAsDuration()) {
        m_next.start(left);
    }
}

} // namespace zalo
