// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/sendqueue.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

SendQueue::SendQueue(SendPace pace, int parallelSends)
    : m_pace(pace),
      m_parallelSends(parallelSends)
{ }

void SendQueue::add(const PendingSendPtr& send)
{
    send->isQueued = true;
    m_profiles[send->row.profile].queue.emplace(send->row.id, send);
    m_deadlines.emplace(send->deadline, send);
}

void SendQueue::addPart(const PendingSendPtr& send, int ordinal)
{
    m_profiles[send->row.profile].nextParts.append({ send, ordinal, {} });
}

void SendQueue::remove(const PendingSendPtr& send)
{
    send->isQueued = false;
    m_profiles[send->row.profile].queue.erase(send->row.id);
}

void SendQueue::release(const PendingSendPtr& send)
{
    if (send->isStarted) {
        m_profiles[send->row.profile].busy.remove(send->row.thread);
    }
}

PendingSendPtr SendQueue::takeNext(const QString& profile, qint64 now)
{
    Account& account = m_profiles[profile];
    if (!m_isStarted || m_isPaused || account.isSuspended || account.coolDownUntilMs != 0
        || account.busy.size() >= m_parallelSends || !mayGo(profile, now)) {
        return {};
    }
    const auto next =
        std::find_if(account.queue.begin(), account.queue.end(), [&account](const auto& entry) {
            const ThreadRef& thread = entry.second->row.thread;
            return !account.busy.contains(thread) && !account.paused.contains(thread);
        });
    if (next == account.queue.end()) {
        return {};
    }
    const PendingSendPtr send = next->second;
    pacerOf(profile).take(now);
    remove(send);
    account.busy.insert(send->row.thread);
    send->isStarted = true;
    return send;
}

QList<SendQueue::NextPart> SendQueue::takeParts(const QString& profile, qint64 now)
{
    Account& account = m_profiles[profile];
    QList<NextPart> due;
    const QList<NextPart> waiting = std::exchange(account.nextParts, {});
    for (NextPart part : waiting) {
        if (isPaused(part.send->row)) {
            part.refusal = Error { ErrorKind::Paused, {} };
        } else if (account.coolDownUntilMs > 0) {
            part.refusal =
                Error { ErrorKind::RateLimited, QString::number(account.coolDownUntilMs) };
        } else if (mayGo(profile, now)) {
            pacerOf(profile).take(now);
        } else {
            account.nextParts.append(part);
            continue;
        }
        due.append(part);
    }
    return due;
}

QList<PendingSendPtr> SendQueue::takeOverdue(qint64 now)
{
    QList<PendingSendPtr> overdue;
    while (!m_deadlines.empty() && m_deadlines.begin()->first <= now) {
        const PendingSendPtr send = m_deadlines.begin()->second.lock();
        m_deadlines.erase(m_deadlines.begin());
        if (send && send->isQueued) {
            overdue.append(send);
        }
    }
    return overdue;
}

QList<PendingSendPtr> SendQueue::hopeless(const QString& profile) const
{
    QList<PendingSendPtr> found;
    const auto account = m_profiles.constFind(profile);
    if (account == m_profiles.cend() || account->coolDownUntilMs == 0) {
        return found;
    }
    for (const auto& [id, send] : account->queue) {
        if (send->deadline <= account->coolDownEnd) {
            found.append(send);
        }
    }
    return found;
}

Error SendQueue::lateness(const OutboundRow& row, qint64 now)
{
    if (isPaused(row)) {
        return { ErrorKind::Paused, {} };
    }
    if (!m_profiles[row.profile].isSuspended && !mayGo(row.profile, now)) {
        return { ErrorKind::SendsTooMany, {} };
    }
    return { ErrorKind::TimedOut, u"sending"_s };
}

void SendQueue::setSuspended(const QString& profile, bool suspended)
{
    m_profiles[profile].isSuspended = suspended;
}

void SendQueue::setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused)
{
    QSet<ThreadRef>& threads = m_profiles[profile].paused;
    if (paused) {
        threads.insert(thread);
    } else {
        threads.remove(thread);
    }
}

void SendQueue::setInterval(std::chrono::milliseconds interval, qint64 now)
{
    m_pace.interval = interval;
    for (auto& [profile, pacer] : m_pacers) {
        pacer.setInterval(interval, now);
    }
}

void SendQueue::setCoolDown(const QString& profile, qint64 untilMs, qint64 endsAt)
{
    Account& account = m_profiles[profile];
    account.coolDownUntilMs = untilMs;
    account.coolDownEnd = endsAt;
}

qint64 SendQueue::coolDownUntilMs(const QString& profile) const
{
    const auto account = m_profiles.constFind(profile);
    return account == m_profiles.cend() ? 0 : account->coolDownUntilMs;
}

QStringList SendQueue::overCoolDowns(qint64 now) const
{
    QStringList over;
    for (auto it = m_profiles.cbegin(); it != m_profiles.cend(); ++it) {
        if (it->coolDownUntilMs > 0 && it->coolDownEnd <= now) {
            over.append(it.key());
        }
    }
    return over;
}

std::optional<qint64> SendQueue::nextDue(qint64 now)
{
    std::optional<qint64> due;
    const auto consider = [&due](qint64 at) { due = std::min(due.value_or(at), at); };
    if (!m_deadlines.empty()) {
        consider(m_deadlines.begin()->first);
    }
    for (auto it = m_profiles.cbegin(); it != m_profiles.cend(); ++it) {
        if (it->coolDownUntilMs > 0) {
            consider(it->coolDownEnd);
        }
        // Once its time has come it is not the pace that keeps a message back.
        const qint64 next = pacerOf(it.key()).nextAt();
        if (next > now && !(it->queue.empty() && it->nextParts.isEmpty())) {
            consider(next);
        }
    }
    return due;
}

int SendQueue::underWay() const
{
    int count = 0;
    for (const Account& account : m_profiles) {
        count += int(account.busy.size());
    }
    return count;
}

SendPacer& SendQueue::pacerOf(const QString& profile)
{
    return m_pacers.try_emplace(profile, m_pace).first->second;
}

bool SendQueue::mayGo(const QString& profile, qint64 now)
{
    return pacerOf(profile).nextAt() <= now;
}

bool SendQueue::isPaused(const OutboundRow& row) const
{
    const auto account = m_profiles.constFind(row.profile);
    return m_isPaused || (account != m_profiles.cend() && account->paused.contains(row.thread));
}

} // namespace zalo
