// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/connectionwatch.h"

#include "core/logging.h"

#include <algorithm>
#include <utility>

namespace zalo {
namespace {

//! Times of one acknowledgement differ by so much from question to question.
constexpr qint64 Blur = 50;

} // namespace

ConnectionWatch::ConnectionWatch(const TcpView& view, const Timing& timing, Clock clock,
                                 QObject* parent)
    : QObject(parent),
      m_view(view),
      m_timing(timing),
      m_clock(std::move(clock))
{
    m_poll.setInterval(timing.kernelPoll);
    m_answer.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &ConnectionWatch::read);
    connect(&m_renewal, &QTimer::timeout, this, [this] {
        m_renewal.start(m_timing.quietMoment);
        emit renewalDue();
    });
    connect(&m_answer, &QTimer::timeout, this, [this] {
        read();
        const bool isWaiting =
            std::any_of(m_watched.cbegin(), m_watched.cend(),
                        [](const Watched& one) { return one.waitingSince.has_value(); });
        const bool mustAnswer = m_occasion == Occasion::Woke || isWaiting;
        if (m_pid != 0 && canTell() && m_heard <= m_answerSince && mustAnswer) {
            giveUp(m_occasion == Occasion::Woke ? Silence::AfterSleep : Silence::Unacknowledged);
        }
    });
}

void ConnectionWatch::start(qint64 pid)
{
    stop();
    m_pid = pid;
    m_heard = m_clock.steadyMs();
    m_asleep = m_clock.bootMs() - m_heard;
    const auto connections = m_view.connectionsOf(pid);
    for (const TcpConnection& one : connections.value_or(QList<TcpConnection>())) {
        m_watched.append({ one, {} });
    }
    if (m_watched.isEmpty()) {
        cannotTell();
    } else {
        m_poll.start();
    }
}

void ConnectionWatch::stop()
{
    m_poll.stop();
    m_answer.stop();
    m_renewal.stop();
    m_watched.clear();
    m_goneSince.reset();
    m_pid = 0;
}

void ConnectionWatch::read()
{
    if (!canTell()) {
        return;
    }
    const qint64 now = m_clock.steadyMs();
    if (!refresh(now)) {
        return;
    }
    const bool isEstablished =
        std::any_of(m_watched.cbegin(), m_watched.cend(),
                    [](const Watched& one) { return one.connection.isEstablished; });
    if (!isEstablished) {
        judgeGone(now);
        return;
    }
    m_goneSince.reset();
    m_watched.removeIf([](const Watched& one) { return !one.connection.isEstablished; });
    noteHeard(now);
    // Any of them: what zca asked of a web server meanwhile goes with the same network.
    const bool isDead =
        std::any_of(m_watched.cbegin(), m_watched.cend(), [this, now](const Watched& one) {
            return one.waitingSince && now - *one.waitingSince >= m_timing.ackDeadline.count();
        });
    if (isDead) {
        giveUp(Silence::Unacknowledged);
    }
}

//! What the kernel knows of each now; false where it cannot tell.
bool ConnectionWatch::refresh(qint64 nowMs)
{
    for (Watched& one : m_watched) {
        const auto seen = m_view.look(one.connection);
        if (!seen) {
            cannotTell();
            return false;
        }
        one.connection.isEstablished = false;
        if (!*seen) {
            continue;
        }
        one.connection = **seen;
        const qint64 heard = nowMs - one.connection.sinceHeard().count();
        if (one.connection.waitingBytes == 0) {
            one.waitingSince.reset();
        } else if (!one.waitingSince || heard > *one.waitingSince) {
            one.waitingSince = nowMs;
        }
    }
    return true;
}

void ConnectionWatch::noteHeard(qint64 nowMs)
{
    const auto least = std::max_element(
        m_watched.cbegin(), m_watched.cend(), [](const Watched& left, const Watched& right) {
            return left.connection.sinceHeard() < right.connection.sinceHeard();
        });
    const qint64 heard = nowMs - least->connection.sinceHeard().count();
    const qint64 bootNow = m_clock.bootMs();
    // The kernel's times stand still in a sleep. What was heard in the time that one was part of
    // counts as heard before it, until more is.
    const qint64 asleep = std::exchange(m_asleep, bootNow - nowMs);
    if (heard <= m_heard + Blur) {
        return;
    }
    m_heard = heard;
    const qint64 bootHeard = heard + asleep;
    emit this->heard(m_clock.nowMs() - (bootNow - bootHeard), bootHeard);
}

//! zca is about to say that its connection closed. Where it does not, and talks to nobody at all,
//! it is deaf.
void ConnectionWatch::judgeGone(qint64 nowMs)
{
    if (!m_goneSince) {
        m_goneSince = nowMs;
    }
    if (nowMs - *m_goneSince < m_timing.ackDeadline.count()) {
        return;
    }
    const auto others = m_view.connectionsOf(m_pid);
    if (others && others->isEmpty()) {
        giveUp(Silence::Unacknowledged);
    } else {
        cannotTell(); // none of them may ever have been the websocket
    }
}

void ConnectionWatch::cannotTell()
{
    qCInfo(lcSession) << "the kernel cannot tell how the connection of process" << m_pid << "is";
    m_poll.stop();
    m_watched.clear();
    m_renewal.start(m_timing.renewAfter);
}

void ConnectionWatch::demandAnswer(Occasion occasion)
{
    read(); // what came before is no answer
    if (m_pid == 0) {
        return;
    }
    if (!canTell()) {
        if (occasion == Occasion::Woke) {
            giveUp(Silence::AfterSleep);
        }
        return;
    }
    m_occasion = occasion;
    m_answerSince = m_clock.steadyMs();
    m_answer.start(m_timing.answerDeadline);
}

void ConnectionWatch::giveUp(Silence why)
{
    qCInfo(lcSession) << "the connection of process" << m_pid << "is silent:" << why;
    stop();
    emit silent(why);
}

} // namespace zalo
