// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/sendqueue.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

namespace {

//! A part waits so long to learn who is logged in: a listener that starts anew says it again.
constexpr qint64 PartPatience = 60'000;

} // namespace

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

void SendQueue::addPart(const PendingSendPtr& send, int ordinal, qint64 now)
{
    m_profiles[send->row.profile].nextParts.append({ send, ordinal, now + PartPatience });
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
    Profile& queue = m_profiles[profile];
    queue.lookedAt = now;
    if (!m_isStarted || m_isPaused || !queue.isReady || queue.isSuspended
        || queue.coolDownUntilMs != 0 || queue.busy.size() >= m_parallelSends
        || !mayGo(profile, now)) {
        return {};
    }
    QSet<ThreadRef> held; // by a message that needs the connection
    const auto next =
        std::find_if(queue.queue.begin(), queue.queue.end(), [&queue, &held](const auto& entry) {
            const PendingSend& send = *entry.second;
            const ThreadRef& thread = send.row.thread;
            if (isForeign(queue, send.row)) {
                return false;
            }
            if (send.needsConnection && !queue.isConnected) {
                held.insert(thread);
            }
            return !held.contains(thread) && !queue.busy.contains(thread)
                && !queue.paused.contains(thread);
        });
    if (next == queue.queue.end()) {
        return {};
    }
    const PendingSendPtr send = next->second;
    pacerOf(profile).take(now);
    remove(send);
    queue.busy.insert(send->row.thread);
    send->isStarted = true;
    return send;
}

QList<SendQueue::NextPart> SendQueue::takeParts(const QString& profile, qint64 now)
{
    Profile& queue = m_profiles[profile];
    QList<NextPart> due;
    const QList<NextPart> waiting = std::exchange(queue.nextParts, {});
    for (NextPart part : waiting) {
        part.refusal = partRefusal(part, now);
        if (!part.refusal && queue.isReady && mayGo(profile, now)) {
            pacerOf(profile).take(now);
        } else if (!part.refusal) {
            queue.nextParts.append(part);
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
    const Profile& queue = known(profile);
    if (queue.coolDownUntilMs == 0) {
        return found;
    }
    for (const auto& [id, send] : queue.queue) {
        if (send->deadline <= queue.coolDownEnd && !isForeign(queue, send->row)) {
            found.append(send);
        }
    }
    return found;
}

QList<PendingSendPtr> SendQueue::ofAccount(const QString& profile, const QString& account) const
{
    QList<PendingSendPtr> found;
    for (const auto& [id, send] : known(profile).queue) {
        if (send->row.account == account) {
            found.append(send);
        }
    }
    return found;
}

//! The profile's, or one of which nothing is known.
const SendQueue::Profile& SendQueue::known(const QString& profile) const
{
    static const Profile none;
    const auto found = m_profiles.constFind(profile);
    return found == m_profiles.cend() ? none : *found;
}

//! Of another account than the one that was verified last.
bool SendQueue::isForeign(const Profile& profile, const OutboundRow& row)
{
    return row.account != profile.account;
}

Error SendQueue::accountChanged(const OutboundRow& row) const
{
    const QString now = known(row.profile).account;
    return { ErrorKind::AccountChanged,
             m_names.value(row.account, row.account) + u'\n' + m_names.value(now, now) };
}

std::optional<Error> SendQueue::partRefusal(const NextPart& part, qint64 now) const
{
    const OutboundRow& row = part.send->row;
    const Profile& profile = known(row.profile);
    if (profile.isVerified && isForeign(profile, row)) {
        return accountChanged(row);
    }
    if (isPaused(row)) {
        return Error { ErrorKind::Paused, {} };
    }
    if (profile.coolDownUntilMs > 0) {
        return Error { ErrorKind::RateLimited, QString::number(profile.coolDownUntilMs) };
    }
    return !profile.isReady && part.patience <= now
        ? std::optional(Error { ErrorKind::TimedOut, u"sending"_s })
        : std::nullopt;
}

Error SendQueue::lateness(const OutboundRow& row, qint64 now)
{
    const Profile& profile = m_profiles[row.profile];
    if (!row.account.isEmpty() && !profile.account.isEmpty() && isForeign(profile, row)) {
        return accountChanged(row);
    }
    if (isPaused(row)) {
        return { ErrorKind::Paused, {} };
    }
    if (profile.isReady && !profile.isSuspended && !mayGo(row.profile, now)) {
        return { ErrorKind::SendsTooMany, {} };
    }
    return { ErrorKind::TimedOut, u"sending"_s };
}

void SendQueue::setAccount(const QString& profile, const QString& account)
{
    Profile& own = m_profiles[profile];
    if (own.account != account) {
        own.paused.clear();
        own.coolDownUntilMs = 0;
    }
    own.account = account;
    own.isVerified = true;
    own.isReady = false;
    for (const auto& [id, send] : own.queue) {
        if (send->row.account.isEmpty()) {
            send->row.account = account;
        }
    }
    QList<PendingSendPtr> elsewhere;
    const QStringList profiles = m_profiles.keys();
    for (const QString& other : profiles) {
        if (other != profile) {
            elsewhere << ofAccount(other, account);
        }
    }
    for (const PendingSendPtr& send : std::as_const(elsewhere)) {
        m_profiles[send->row.profile].queue.erase(send->row.id);
        send->row.profile = profile;
        m_profiles[profile].queue.emplace(send->row.id, send);
    }
}

void SendQueue::presumeAccount(const QString& profile, const QString& account)
{
    if (Profile& own = m_profiles[profile]; own.account.isEmpty()) {
        own.account = account;
    }
}

void SendQueue::setReady(const QString& profile, bool ready)
{
    m_profiles[profile].isReady = ready;
    m_profiles[profile].isVerified = m_profiles[profile].isVerified && ready;
}

QString SendQueue::account(const QString& profile) const
{
    const Profile& found = known(profile);
    return found.isVerified ? found.account : QString();
}

QString SendQueue::lastAccount(const QString& profile) const
{
    return known(profile).account;
}

void SendQueue::setSuspended(const QString& profile, bool suspended)
{
    m_profiles[profile].isSuspended = suspended;
}

void SendQueue::setConnected(const QString& profile, bool connected)
{
    m_profiles[profile].isConnected = connected;
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
    Profile& queue = m_profiles[profile];
    queue.coolDownUntilMs = untilMs;
    queue.coolDownEnd = endsAt;
}

qint64 SendQueue::coolDownUntilMs(const QString& profile) const
{
    return known(profile).coolDownUntilMs;
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

std::optional<qint64> SendQueue::nextDue()
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
        // Looked at since its time came, it is not the pace that keeps a message back. That time
        // may be past by now: to ask the clock again here would miss it.
        const qint64 next = pacerOf(it.key()).nextAt();
        for (const NextPart& part : it->nextParts) {
            if (!it->isReady) {
                consider(part.patience);
            }
        }
        if (next > it->lookedAt && !(it->queue.empty() && it->nextParts.isEmpty())) {
            consider(next);
        }
    }
    return due;
}

int SendQueue::underWay() const
{
    int count = 0;
    for (const Profile& queue : m_profiles) {
        count += int(queue.busy.size());
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
    return m_isPaused || known(row.profile).paused.contains(row.thread);
}

} // namespace zalo
