// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backoff.h"
#include "core/clock.h"
#include "core/policy.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace zalo {

//! When the history of direct chats is worth another question while a listener is connected. It
//! costs some seconds without a connection (ZCA.md 10), so there must be a reason: some of it could
//! not be asked or stored, or people wrote at about the time of the connection. What they wrote
//! between the question and the connection neither of the two tells. The same is so of the second
//! question: where people write without a pause, more of them follow, more and more rarely.
class HistoryRecheck : public QObject
{
    Q_OBJECT

public:
    //! `isQuiet`: a moment in which nobody misses the connection.
    HistoryRecheck(const Policy& policy, Clock clock, std::function<bool()> isQuiet,
                   QObject* parent = nullptr);

    //! A direct message was written then, by Zalo's clock.
    void onWritten(qint64 ms);
    //! A listener connected just now; `askedMs`: when the history was asked before, 0 where it was
    //! not.
    void onConnected(qint64 askedMs);
    //! Some of what was missed is still to be asked for.
    void retryLater();
    //! All of it was asked for.
    void onAnswered() { m_retry.reset(); }
    //! The listener ended.
    void stop();

signals:
    //! The moment is quiet: the history is to be asked, also for what was written from `fromMs` on.
    void due(qint64 fromMs);

private:
    void onTimeout();
    [[nodiscard]] bool isNear(qint64 ms) const;

    Policy m_policy;
    Clock m_clock;
    std::function<bool()> m_isQuiet;
    QTimer m_timer;
    Backoff m_retry;
    Backoff m_pace; //!< of questions that follow one another
    bool m_mustRetry = false;
    qint64 m_askedMs = 0; //!< 0: nothing lies between a question and the connection
    qint64 m_connectedMs = 0;
    qint64 m_newestMs = 0; //!< when the last direct message was written
    bool m_isBusy = false; //!< people wrote at about the time of the connection
    bool m_isSecond = false; //!< the next connection is one that due() brought
};

} // namespace zalo
