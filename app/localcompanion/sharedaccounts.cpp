// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/sharedaccounts.h"

#include "localcompanion/managedprofile.h"

#include <algorithm>
#include <limits>

namespace zalo {
namespace {

constexpr qint64 StillOnline = std::numeric_limits<qint64>::max();

} // namespace

SharedAccounts::SharedAccounts(const ManagedProfiles& profiles, const Timing& timing, Clock clock)
    : m_profiles(profiles),
      m_timing(timing),
      m_clock(std::move(clock))
{ }

//! The other profiles in which this one's account is, or was last, logged in.
QList<ManagedProfile*> SharedAccounts::sharersOf(const ManagedProfile& service) const
{
    QList<ManagedProfile*> sharers;
    const auto& account = service.session().account();
    for (const auto& [name, other] : m_profiles) {
        const auto& others = other->session().account();
        if (other.get() != &service && account && others && others->userId == account->userId) {
            sharers.append(other.get());
        }
    }
    return sharers;
}

std::optional<QString> SharedAccounts::holderOf(const ManagedProfile& service) const
{
    const QList<ManagedProfile*> sharers = sharersOf(service);
    const auto holder =
        std::find_if(sharers.cbegin(), sharers.cend(), [](const ManagedProfile* other) {
            const SessionController& session = other->session();
            return session.isAccountCertain() && session.status().state == SessionState::Online;
        });
    return holder == sharers.cend() ? std::nullopt : std::optional((*holder)->session().profile());
}

void SharedAccounts::keepApart(ManagedProfile& service) const
{
    SessionController& session = service.session();
    if (const auto holder = holderOf(service)) {
        session.yieldTo(*holder);
        return;
    }
    if (session.status().state != SessionState::Online) {
        return;
    }
    const QList<ManagedProfile*> sharers = sharersOf(service);
    for (ManagedProfile* other : sharers) {
        if (other->session().status().state == SessionState::Reconnecting) {
            other->session().yieldTo(session.profile());
        }
    }
}

bool SharedAccounts::isLostToEachOther(const ManagedProfile& service, SessionState state)
{
    const qint64 now = m_clock.steadyMs();
    const QString& profile = service.session().profile();
    if (state == SessionState::Online) {
        m_onlineUntil.insert(profile, StillOnline);
        return false;
    }
    const qint64 until = m_onlineUntil.value(profile);
    if (until == StillOnline) {
        m_onlineUntil.insert(profile, now);
    }
    if (state != SessionState::Duplicate || until != StillOnline || holderOf(service)) {
        return false;
    }
    const QList<ManagedProfile*> sharers = sharersOf(service);
    return std::any_of(sharers.cbegin(), sharers.cend(), [this, now](const ManagedProfile* other) {
        const qint64 othersUntil = m_onlineUntil.value(other->session().profile());
        return othersUntil == StillOnline
            || (othersUntil > 0 && now - othersUntil < m_timing.quarrel.count());
    });
}

} // namespace zalo
