// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"
#include "core/contact.h"
#include "core/policy.h"

#include <QString>

namespace zalo {

class ZcaRunner;

//! The commands of zca by which a session finds out about its login and ends it.
class SessionCommands
{
public:
    //! `runner` outlives this object.
    SessionCommands(QString profile, ZcaRunner& runner, const Policy& policy);

    //! `me info`: who is logged in.
    void askAccount(QObject* context, Callback<Account> done) const;

    //! `auth status`: whether somebody is. NotLoggedIn, Expired, or why it could not be asked.
    void askLogin(QObject* context, Callback<void> done) const;

    //! `auth logout`. A login that is dead or was never there counts as logged out.
    void logout(QObject* context, Callback<void> done) const;

private:
    void run(const QStringList& arguments, QObject* context, Callback<QByteArray> done) const;

    QString m_profile;
    ZcaRunner& m_runner;
    std::chrono::milliseconds m_deadline;
};

} // namespace zalo
