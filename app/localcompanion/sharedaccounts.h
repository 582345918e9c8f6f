// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/sessionstate.h"
#include "core/timing.h"

#include <QHash>
#include <QList>
#include <QString>

#include <map>
#include <memory>
#include <optional>

namespace zalo {

class ManagedProfile;

using ManagedProfiles = std::map<QString, std::unique_ptr<ManagedProfile>>; //!< by name

//! Accounts that are logged in in several profiles. Zalo gives an account one connection: the
//! profiles would take it from each other for ever.
class SharedAccounts
{
public:
    //! `profiles` outlive it.
    SharedAccounts(const ManagedProfiles& profiles, const Timing& timing, Clock clock);

    //! The name of the other profile that is connected with this one's account.
    [[nodiscard]] std::optional<QString> holderOf(const ManagedProfile& service) const;
    //! Whose account this profile has is certain now: the one that is connected with it keeps it,
    //! and what is about to connect does not any more.
    void keepApart(ManagedProfile& service) const;
    //! The profile's session is in another state. True where it has to connect again: of two that
    //! took the connection from each other at the same time, both may have lost it, or the one may
    //! have yielded to the other that just lost it. The one that learns it last connects; that
    //! fights no other program.
    [[nodiscard]] bool isLostToEachOther(const ManagedProfile& service, SessionState state);
    //! The profile is gone.
    void forget(const QString& profile) { m_onlineUntil.remove(profile); }

private:
    [[nodiscard]] QList<ManagedProfile*> sharersOf(const ManagedProfile& service) const;

    const ManagedProfiles& m_profiles;
    Timing m_timing;
    Clock m_clock;
    QHash<QString, qint64> m_onlineUntil; //!< by profile, steady time; the greatest: it is
};

} // namespace zalo
