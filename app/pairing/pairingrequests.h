// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backoff.h"
#include "core/callback.h"
#include "core/clock.h"
#include "core/pairingrequest.h"
#include "core/timing.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

#include <map>

namespace zalo {

class PairingPort;

//! The pairing requests of all Gateways. A Gateway is asked for its list when it comes, when it
//! says that somebody asks, after each answer, again where that failed, and now and then while
//! something waits: others answer requests too.
//!
//! Requests outlive the connection, marked, until Timing::pairingLife is over. They are still in
//! the Gateway's own store, the person still waits, and a Gateway that restarts its channel is back
//! within a second: nothing flickers, and nobody is told twice.
class PairingRequests : public QObject
{
    Q_OBJECT

public:
    //! `port` outlives it.
    PairingRequests(PairingPort& port, const Timing& timing, Clock clock = {},
                    QObject* parent = nullptr);

    //! The oldest first.
    [[nodiscard]] const QList<PairingRequest>& list() const { return m_requests; }

    //! As PairingService.
    void approve(const QString& requestId, QObject* context, Callback<void> done);
    void dismiss(const QString& requestId, QObject* context, Callback<void> done);

    //! When this person was approved here, ms since 1970 UTC; 0: not since the start.
    [[nodiscard]] qint64 approvedMs(const QString& profile, const QString& senderId) const
    {
        return m_approvedMs.value({ profile, senderId });
    }

    //! A Gateway is trusted no longer.
    void forget(const QString& gatewayId);

signals:
    void changed();

private:
    //! What a Gateway was asked.
    struct Listing
    {
        explicit Listing(Backoff::Range range)
            : pause(range)
        { }

        bool isUnderWay = false;
        bool isStale = false; //!< what is under way is not the newest any more
        Backoff pause;
        QTimer retry;
    };
    using Ask = void (PairingPort::*)(const PairingRequest&, QObject*, Callback<void>);

    void ask(const QString& gatewayId);
    void onListed(const QString& gatewayId, const Result<QList<PairingRequest>>& listed);
    void adopt(const QString& gatewayId, QList<PairingRequest> listed);
    void answer(const QString& requestId, PairingStep step, Ask ask, Callback<void> done);
    void onAnswered(const PairingRequest& request, const Result<void>& result);
    void onGone(const QString& gatewayId);
    void onTick();
    [[nodiscard]] PairingRequest* find(const QString& requestId);
    [[nodiscard]] bool isExpired(const PairingRequest& request) const;
    void set(QList<PairingRequest> requests);

    PairingPort& m_port;
    Timing m_timing;
    Clock m_clock;
    QList<PairingRequest> m_requests;
    std::map<QString, Listing> m_listings; //!< by Gateway
    QHash<std::pair<QString, QString>, qint64> m_approvedMs; //!< by profile and sender
    QTimer m_tick; //!< while there are requests
};

} // namespace zalo
