// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/contactupkeep.h"

#include "contacts/contactrefresher.h"
#include "contacts/contactstore.h"

#include <algorithm>
#include <limits>

namespace zalo {
namespace {

//! So many unknown ids are remembered in a round; strangers who write are no reason to ask for
//! ever.
constexpr qsizetype MaxUnknown = 200;
constexpr qsizetype MaxLookedUp = 10'000;

} // namespace

ContactUpkeep::ContactUpkeep(ContactStore& store, ContactRefresher& refresher, const Timing& timing,
                             Clock clock, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_refresher(refresher),
      m_timing(timing),
      m_clock(std::move(clock))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ContactUpkeep::ask);
    connect(&m_store, &ContactStore::changed, this, [this](const QString& profile) {
        if (const auto kept = m_profiles.find(profile); kept != m_profiles.end()) {
            kept->lookedUp.clear();
        }
    });
}

void ContactUpkeep::setReady(const QString& profile, bool ready)
{
    Profile& kept = m_profiles[profile];
    if (kept.isReady == ready) {
        return;
    }
    kept.isReady = ready;
    if (kept.nextRoundMs == 0) { // they are asked for when an account becomes known
        kept.nextRoundMs = m_clock.steadyMs() + m_timing.contactRefresh.count();
        kept.pauseUntilMs = m_clock.steadyMs() + m_timing.contactPause.count();
    }
    armTimer();
}

void ContactUpkeep::onMessage(const QString& profile, const ThreadRef& thread,
                              const QString& senderId)
{
    const auto kept = m_profiles.find(profile);
    const Sender sender { thread, senderId };
    if (kept == m_profiles.end() || kept->lookedUp.contains(sender)) {
        return;
    }
    if (kept->lookedUp.size() >= MaxLookedUp) {
        kept->lookedUp.clear();
    }
    kept->lookedUp.insert(sender);
    m_store.knowledgeOf(profile, thread, senderId, this,
                        [=, this](const Result<SenderKnowledge>& known) {
                            if (known && m_profiles.contains(profile)) {
                                judge(profile, thread, senderId, *known);
                            }
                        });
}

void ContactUpkeep::judge(const QString& profile, const ThreadRef& thread, const QString& senderId,
                          const SenderKnowledge& known)
{
    Profile& kept = m_profiles[profile];
    if (known.areMembersStored) {
        kept.activeGroups.insert(thread.id);
    }
    const bool isMemberMissing = known.areMembersStored && !known.isMember;
    if ((known.isThreadKnown && !isMemberMissing) || kept.unknown.size() >= MaxUnknown) {
        return;
    }
    const QString id = isMemberMissing ? QString(thread.id + u' ' + senderId) : thread.id;
    if (kept.unknown.contains(id)) {
        return;
    }
    kept.unknown.insert(id);
    if (!isMemberMissing) {
        kept.wantsLists = true;
    } else if (!kept.wantedGroups.contains(thread.id)) {
        kept.wantedGroups.append(thread.id);
    }
    armTimer();
}

void ContactUpkeep::ask()
{
    const qint64 now = m_clock.steadyMs();
    for (auto it = m_profiles.begin(); it != m_profiles.end(); ++it) {
        if (!it->isReady || it->isAsking || it->pauseUntilMs > now) {
            continue;
        }
        if (it->nextRoundMs <= now) {
            beginRound(*it);
        }
        askFor(it.key(), *it);
    }
    armTimer();
}

void ContactUpkeep::beginRound(Profile& profile)
{
    profile.nextRoundMs = m_clock.steadyMs() + m_timing.contactRefresh.count();
    profile.wantsLists = true;
    profile.unknown.clear();
    profile.lookedUp.clear();
    const QSet<QString> active = std::exchange(profile.activeGroups, {});
    for (const QString& group : active) {
        if (!profile.wantedGroups.contains(group)) {
            profile.wantedGroups.append(group);
        }
    }
}

//! One question; the next one comes a pause after its answer. A failed one is asked again in the
//! next round.
void ContactUpkeep::askFor(const QString& name, Profile& profile)
{
    if (std::exchange(profile.wantsLists, false)) {
        profile.isAsking = true;
        m_refresher.refresh(name, this, [this, name](const auto&) { onAnswered(name); });
    } else if (!profile.wantedGroups.isEmpty()) {
        profile.isAsking = true;
        m_refresher.refreshMembers(name, profile.wantedGroups.takeFirst(), this,
                                   [this, name](const auto&) { onAnswered(name); });
    }
}

void ContactUpkeep::onAnswered(const QString& name)
{
    const auto profile = m_profiles.find(name);
    if (profile != m_profiles.end()) {
        profile->isAsking = false;
        profile->pauseUntilMs = m_clock.steadyMs() + m_timing.contactPause.count();
        armTimer();
    }
}

void ContactUpkeep::armTimer()
{
    qint64 due = std::numeric_limits<qint64>::max();
    for (const Profile& profile : std::as_const(m_profiles)) {
        if (profile.isReady && !profile.isAsking) {
            const bool isWanted = profile.wantsLists || !profile.wantedGroups.isEmpty();
            due = std::min(due, std::max(profile.pauseUntilMs, isWanted ? 0 : profile.nextRoundMs));
        }
    }
    const qint64 wait = due - m_clock.steadyMs();
    if (due == std::numeric_limits<qint64>::max()) {
        m_timer.stop();
    } else {
        m_timer.start(int(std::clamp<qint64>(wait, 0, 3'600'000)));
    }
}

} // namespace zalo
