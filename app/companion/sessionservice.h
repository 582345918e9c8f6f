// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"
#include "core/contact.h"
#include "session/loginstep.h"

#include <QObject>

namespace zalo {

//! The sessions with Zalo of the profiles in the companion's care. Every call with a `done` answers
//! once, unless `context` dies.
class SessionService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Takes `profile` into the companion's care: it is listened to from now on, also after a
    //! restart. ProfilesTooMany.
    [[nodiscard]] virtual Result<void> adopt(const QString& profile) = 0;

    //! Begins a login and gives its id; loginChanged() reports the steps. An earlier login of the
    //! same profile is cancelled; BadRequest while that one awaits a decision.
    [[nodiscard]] virtual Result<QString> startLogin(const QString& profile, OtherPerson other) = 0;
    //! Goes on with the person whom the login brought in another one's place. False when no login
    //! of this id awaits that decision.
    virtual bool acceptLogin(const QString& loginId) = 0;
    //! Whom it brought in another one's place is logged out again. False when there is no such
    //! login under way.
    virtual bool cancelLogin(const QString& loginId) = 0;
    //! Ends the session and forgets the contacts. Zalo's own session stays valid (ZCA.md 3).
    virtual void logout(const QString& profile, QObject* context, Callback<void> done) = 0;
    //! Connects again now: after Zalo was opened elsewhere, or instead of waiting. BadRequest where
    //! there is nothing to reconnect.
    [[nodiscard]] virtual Result<void> reconnect(const QString& profile) = 0;

    //! Who is logged in. NotLoggedIn, or why it cannot be asked.
    virtual void account(const QString& profile, QObject* context, Callback<Account> done) = 0;

signals:
    void loginChanged(const zalo::LoginStep& step);
};

} // namespace zalo
