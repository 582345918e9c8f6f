// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"

#include <QObject>

namespace zalo {

//! What a person decides about profiles and the accounts that were logged in in them. Every call
//! answers once, unless `context` dies; BadRequest where there is no such profile.
class ProfileService
{
public:
    virtual ~ProfileService() = default;

    //! Takes a further account, which a person calls `label`, into the companion's care, and gives
    //! the name of its profile: one that neither the companion nor zca has a login for. It waits
    //! for its login. BadRequest for an empty label, ProfilesTooMany.
    [[nodiscard]] virtual Result<QString> addProfile(const QString& label) = 0;
    //! A person calls the profile's account `label` from now on; empty: what Zalo calls it.
    [[nodiscard]] virtual Result<void> renameProfile(const QString& profile,
                                                     const QString& label) = 0;

    //! Gives a profile up: its session stops, its contacts are erased, and it is not listened to
    //! after a restart. With `erases` its messages go too. A Gateway that subscribes to it, or a
    //! login, takes it up again.
    virtual void removeProfile(const QString& profile, bool erases, QObject* context,
                               Callback<void> done) = 0;
    //! What waits of an account in a profile is neither delivered nor sent any more; gives how many
    //! messages from Zalo that were.
    virtual void discardWaiting(const QString& profile, const QString& account, QObject* context,
                                Callback<int> done) = 0;

protected:
    ProfileService() = default;
    Q_DISABLE_COPY_MOVE(ProfileService)
};

} // namespace zalo
