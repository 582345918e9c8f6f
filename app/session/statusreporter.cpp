// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/statusreporter.h"

#include "core/logging.h"

namespace zalo {

StatusReporter::StatusReporter(QString profile, Clock clock, QObject* parent)
    : QObject(parent),
      m_profile(std::move(profile)),
      m_clock(std::move(clock))
{
    m_status.sinceMs = m_clock.nowMs();
}

void StatusReporter::show(SessionState state, const std::optional<StateReason>& reason,
                          bool isConnected)
{
    SessionStatus next = m_status;
    if (next.state != state) {
        next.state = state;
        next.sinceMs = m_clock.nowMs();
    }
    next.reason = reason;
    next.nextStep = nextStepFor(next);
    if (reason && !isConnected
        && (state == SessionState::Expired || state == SessionState::NeedsLogin)) {
        markStale(gapCauseOf(*reason), false);
    }
    if (next != m_status) {
        m_status = next;
        qCInfo(lcSession).noquote() << m_profile << "is" << sessionStateName(state);
        emit statusChanged();
    }
    emitChange();
}

void StatusReporter::emitChange()
{
    const std::optional<StateReason>& reason = m_status.reason;
    // A try that begins has no reason of its own; the one before it stays.
    if (m_lastReported && m_lastReported->state == m_status.state
        && (!reason || m_lastReported->reason == reason)) {
        return;
    }
    m_lastReported = SessionChange { m_clock.nowMs(), m_status.state, reason };
    emit stateChanged(*m_lastReported);
}

void StatusReporter::setRetry(const RetryStatus& retry)
{
    if (retry != m_status.retry) {
        m_status.retry = retry;
        m_status.nextStep = nextStepFor(m_status);
        emit statusChanged();
    }
}

void StatusReporter::markVerified()
{
    m_status.lastVerifiedAtMs = m_clock.nowMs();
    m_status.lastVerifiedBootMs = m_clock.bootMs();
}

void StatusReporter::markAlive()
{
    markVerified();
    emit statusChanged();
}

void StatusReporter::markHeard(qint64 ms, qint64 bootMs)
{
    if (bootMs > m_status.lastVerifiedBootMs) {
        m_status.lastVerifiedAtMs = ms;
        m_status.lastVerifiedBootMs = bootMs;
        emit statusChanged();
    }
}

void StatusReporter::markStale(GapCause cause, bool wasConnected)
{
    // What is found out later is the better cause: a login that had ended looks like a bad
    // connection at first.
    if (m_status.lastVerifiedAtMs > 0 && (wasConnected || m_lastReportedCause != cause)) {
        m_lastReportedCause = cause;
        emit staleSince(m_status.lastVerifiedAtMs, cause);
    }
}

} // namespace zalo
