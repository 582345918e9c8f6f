// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"
#include "core/clock.h"
#include "health/finding.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace zalo {

//! Notices where somebody has waited for longer than a short time and nothing about that changed.
//! What was away a moment ago may need that time to deliver what waited: a wait counts from when
//! its cause came up or went.
class WaitWatch : public QObject
{
    Q_OBJECT

public:
    WaitWatch(std::chrono::milliseconds patience, Clock clock, QObject* parent = nullptr);

    //! Sets isWaitOverdue of each profile of a snapshot that is complete but for that.
    void describe(Snapshot& snapshot);

signals:
    //! Some wait has become overdue: describe() says which.
    void changed();

private:
    struct Wait
    {
        std::optional<FindingCode> cause; //!< nothing: none that is known
        qint64 causeSteadyMs = 0; //!< it is so since then
        qint64 sinceMs = 0; //!< WaitingChats::sinceMs as last seen
        qint64 fromSteadyMs = 0; //!< the wait counts from then
    };

    void follow(Wait& wait, qint64 sinceMs, std::optional<FindingCode> cause) const;

    std::chrono::milliseconds m_patience;
    Clock m_clock;
    QHash<QString, Wait> m_waits; //!< by profile
    QTimer m_due;
};

} // namespace zalo
