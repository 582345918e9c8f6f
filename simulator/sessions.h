// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "home.h"

#include <QJsonObject>

#include <optional>

namespace zalo::sim {

//! A Zalo account that somebody may scan a QR with.
struct Account
{
    QString id;
    QString name;
};

//! What Zalo's servers know of one login.
struct Session
{
    QString token; //!< the cookie `zpw_sek`
    Account account;
    bool expired = false;
};

//! Credentials of the profiles, and the sessions they stand for on the imagined server.
class Sessions
{
public:
    explicit Sessions(const Home& home)
        : m_home(home)
    { }

    //! The session of a profile's credentials; nothing if it has none. A cookie from elsewhere is
    //! a good session of the profile's own account.
    [[nodiscard]] std::optional<Session> of(const QString& profile) const;

    //! A new session whose credentials are written to the profile, as after a scan.
    [[nodiscard]] Session logIn(const QString& profile, const Account& account) const;

    //! Marks the profile's cookie as dead; false if it has none.
    [[nodiscard]] bool expire(const QString& profile) const;

    [[nodiscard]] QString credentialsPath(const QString& profile) const;

    //! Whose phone it is: by `name` if given, else the profile's own account. "default" belongs to
    //! Nguyễn Minh Anh, every other profile to Trần Quốc Bảo; other names are further accounts.
    [[nodiscard]] static Account accountFor(const QString& profile, const QString& name = {});

private:
    [[nodiscard]] QString serverFile() const;
    void store(const Session& session) const;

    const Home& m_home;
};

} // namespace zalo::sim
