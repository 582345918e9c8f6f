// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/waitwatch.h"

#include "health/findings.h"

#include <algorithm>

namespace zalo {
namespace {

//! What keeps those who wait in a profile from an answer.
std::optional<FindingCode> causeFor(const QString& profile, const QList<Finding>& all)
{
    for (const Finding& finding : all) {
        const bool isOfIt = finding.profile.isEmpty() || finding.profile == profile;
        if (isOfIt && finding.waiting.count > 0 && finding.code != FindingCode::ChatsPaused) {
            return finding.code;
        }
    }
    return {};
}

} // namespace

WaitWatch::WaitWatch(std::chrono::milliseconds patience, Clock clock, QObject* parent)
    : QObject(parent),
      m_patience(patience),
      m_clock(std::move(clock))
{
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &WaitWatch::changed);
}

void WaitWatch::describe(Snapshot& snapshot)
{
    QHash<QString, Wait> waits;
    std::optional<qint64> nextMs;
    for (ProfileSnapshot& profile : snapshot.profiles) {
        profile.isWaitOverdue = false;
    }
    const QList<Finding> all = findings(snapshot);
    for (ProfileSnapshot& profile : snapshot.profiles) {
        if (profile.waiting.count == 0) {
            continue;
        }
        Wait wait = m_waits.value(profile.profile);
        follow(wait, profile.waiting.sinceMs, causeFor(profile.profile, all));
        waits.insert(profile.profile, wait);
        const qint64 restMs = wait.fromSteadyMs + m_patience.count() - m_clock.steadyMs();
        profile.isWaitOverdue = restMs <= 0;
        if (restMs > 0) {
            nextMs = std::min(restMs, nextMs.value_or(restMs));
        }
    }
    m_waits = waits;
    if (nextMs) {
        m_due.start(std::chrono::milliseconds(*nextMs));
    } else {
        m_due.stop();
    }
}

void WaitWatch::follow(Wait& wait, qint64 sinceMs, std::optional<FindingCode> cause) const
{
    const qint64 now = m_clock.steadyMs();
    const bool isNew = wait.sinceMs == 0 || wait.cause != cause;
    if (isNew) {
        wait.cause = cause;
        wait.causeSteadyMs = now;
    }
    if (isNew || sinceMs < wait.sinceMs) { // an older message has only just come
        wait.fromSteadyMs = now;
    } else if (sinceMs > wait.sinceMs) { // the oldest one went: the next may wait for long too
        const qint64 ageMs = std::max<qint64>(m_clock.nowMs() - sinceMs, 0);
        wait.fromSteadyMs = std::max(wait.causeSteadyMs, now - ageMs);
    }
    wait.sinceMs = sinceMs;
}

} // namespace zalo
