// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backoff.h"
#include "core/clock.h"
#include "core/error.h"
#include "core/inboundmessage.h"
#include "core/policy.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>

namespace zalo {

class ZcaRunner;

//! Asks Zalo's history for what was written in groups while no listener was connected: beside the
//! listener, one group after the other, at the pace of a person who looks them through (ZCA.md 10).
//! What the listener hears in a group that is still to be read is newer: it waits, a bounded time,
//! and its group comes next.
class GroupHistory : public QObject
{
    Q_OBJECT

public:
    //! `runner` outlives it.
    GroupHistory(QString profile, ZcaRunner& runner, const Policy& policy, Clock clock,
                 QObject* parent = nullptr);

    //! Nothing was received, or stored, from `ms` on, by the wall clock. An earlier beginning
    //! stays.
    void missedSince(qint64 ms);
    //! Asks for it while the listener stays connected: wanted() comes.
    void retryLater();
    [[nodiscard]] bool isMissed() const { return m_sinceMs > 0; }

    //! The listener is connected: wanted() comes where something was missed, or finished(false)
    //! where it is too early for that.
    void begin();
    //! The groups to be asked for, after wanted(): the most important first, Limits::historyGroups
    //! of them at the most. finished() follows, unless the listener ends before.
    void ask(const QStringList& groups);
    //! The listener ended. What was not read is asked for the next time; `isTaken`: another
    //! connection took its place, perhaps one that a question opened, as zca does where Zalo does
    //! not answer it otherwise. Then it is asked rarely.
    void stop(bool isTaken);

    //! Keeps what a listener heard until what is older has been read; released() follows. False
    //! where nothing older is expected.
    [[nodiscard]] bool hold(const InboundMessage& message, quint64 token);

signals:
    //! ask() is to be called. It comes again by itself after finished(false).
    void wanted();
    //! Of one group after the other, the oldest first; the owner's own too.
    void message(const zalo::InboundMessage& message);
    void released(const zalo::InboundMessage& message, quint64 token);
    //! `isComplete`: all groups were asked.
    void finished(bool isComplete);

private:
    struct Held
    {
        InboundMessage message;
        quint64 token = 0;
    };

    void askNext();
    void onAnswered(const Result<QList<InboundMessage>>& messages);
    void finish();
    void release(const std::function<bool(const QString& group)>& isOver);

    QString m_profile;
    ZcaRunner& m_runner;
    Policy m_policy;
    Clock m_clock;
    QTimer m_next; //!< until the next group
    QTimer m_patience; //!< what is heard waits while it runs
    QTimer m_again; //!< until wanted() comes again
    Backoff m_pace;
    Backoff m_retry;
    qint64 m_sinceMs = 0; //!< 0: nothing was missed
    qint64 m_notBefore = 0; //!< steady; 0: no question took the connection
    bool m_hasBegun = false; //!< a listener is connected
    bool m_isWanted = false; //!< ask() is to be called
    bool m_isAsking = false;
    bool m_isComplete = true; //!< so far
    QStringList m_groups; //!< still to be asked
    QString m_current; //!< is being asked
    quint64 m_ticket = 0; //!< of the command that runs
    quint64 m_question = 0; //!< whose answer is waited for
    QList<Held> m_held;
};

} // namespace zalo
