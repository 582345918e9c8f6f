// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/timing.h"
#include "platform/tcpview.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace zalo {

//! How a listener's connection to Zalo is, as the kernel tells; the listener itself is not asked.
//! zca pings the server, whose acknowledgements the kernel sees (ZCA.md 10).
//!
//! Which of the process's connections is the websocket: all that it has when it says that it is
//! connected are watched, whatever their addresses. Those of its commands to Zalo's web servers,
//! kept for a while, go within seconds or minutes, and the websocket is what stays. Until then the
//! one that was heard of least recently counts: never more is claimed than is true.
class ConnectionWatch : public QObject
{
    Q_OBJECT

public:
    //! Why a connection is taken for dead.
    enum class Silence
    {
        Unacknowledged, //!< what zca sent is not acknowledged, or the connection is gone
        AfterSleep //!< nothing came since this machine woke
    };
    Q_ENUM(Silence)

    //! What asks for a sign of life.
    enum class Occasion
    {
        Woke, //!< few connections outlive a sleep: silence is enough
        NetworkReturned //!< only what waits for an acknowledgement has to get one
    };
    Q_ENUM(Occasion)

    //! `view` outlives it.
    ConnectionWatch(const TcpView& view, const Timing& timing, Clock clock,
                    QObject* parent = nullptr);

    //! The process has just connected.
    void start(qint64 pid);
    void stop();

    //! Asks the kernel now.
    void read();

    //! The connection has to give a sign of life within Timing::answerDeadline, else silent()
    //! follows; at once where the kernel cannot tell.
    void demandAnswer(Occasion occasion);

    //! False where the kernel knows nothing of the connection: then renewalDue() comes.
    [[nodiscard]] bool canTell() const { return !m_watched.isEmpty(); }

signals:
    //! The other end was last heard of then, by the wall clock and by Clock::bootMs; newer than the
    //! last time.
    void heard(qint64 wallMs, qint64 bootMs);
    //! Nothing is read any more.
    void silent(zalo::ConnectionWatch::Silence why);
    //! The connection is older than Timing::renewAfter and nobody knows how it is. It comes again
    //! after a while.
    void renewalDue();

private:
    struct Watched
    {
        TcpConnection connection;
        std::optional<qint64> waitingSince; //!< steady; something waits for its acknowledgement
    };

    [[nodiscard]] bool refresh(qint64 nowMs);
    void noteHeard(qint64 nowMs);
    void judgeGone(qint64 nowMs);
    void cannotTell();
    void giveUp(Silence why);

    const TcpView& m_view;
    Timing m_timing;
    Clock m_clock;
    QTimer m_poll;
    QTimer m_answer;
    QTimer m_renewal;
    qint64 m_pid = 0;
    QList<Watched> m_watched;
    qint64 m_heard = 0; //!< steady
    qint64 m_asleep = 0; //!< what Clock::bootMs was ahead when the kernel was asked last
    qint64 m_answerSince = 0; //!< steady; a sign of life after this is one
    Occasion m_occasion {};
    std::optional<qint64> m_goneSince; //!< steady; none of the connections is there any more
};

} // namespace zalo
