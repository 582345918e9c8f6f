// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/gapcause.h"
#include "session/sessionstatus.h"

#include <QObject>

namespace zalo {

//! The status of one session as it is shown, and what is reported of its changes.
class StatusReporter : public QObject
{
    Q_OBJECT

public:
    StatusReporter(QString profile, Clock clock, QObject* parent = nullptr);

    [[nodiscard]] const SessionStatus& status() const { return m_status; }

    //! The state from now on, and why; reports what that changes. `isConnected`: a connection lives
    //! on, though the state may not say so.
    void show(SessionState state, const std::optional<StateReason>& reason,
              bool isConnected = false);

    void setRetry(const RetryStatus& retry);

    //! The connection was verified just now. The state is shown by show(), verifiedSince() comes
    //! with reportVerified().
    void markVerified();
    void reportVerified() { emit verifiedSince(m_status.lastVerifiedAtMs); }
    //! The same of a connection whose verification was reported before.
    void markAlive();
    //! The other end of such a connection was heard of then, by the wall clock and by
    //! Clock::bootMs.
    void markHeard(qint64 ms, qint64 bootMs);

    //! The connection is not verified any more, if it ever was. `wasConnected`: it was until now.
    void markStale(GapCause cause, bool wasConnected);

signals:
    void statusChanged();
    //! The state became another one, or its reason did.
    void stateChanged(const zalo::SessionChange& change);
    void verifiedSince(qint64 ms);
    void staleSince(qint64 ms, zalo::GapCause cause);

private:
    void emitChange();

    QString m_profile;
    Clock m_clock;
    SessionStatus m_status;
    std::optional<SessionChange> m_lastReported; //!< the last change that was reported
    std::optional<GapCause> m_lastReportedCause; //!< the last one that was reported
};

} // namespace zalo
