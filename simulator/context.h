// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "arguments.h"
#include "output.h"
#include "profiles.h"
#include "sessions.h"

namespace zalo::sim {

//! What a command has to work with.
struct Context
{
    const Home& home;
    Settings& settings;
    Output& output;
    Profiles& profiles;
    Sessions& sessions;
    Arguments arguments;
    QString profile;
    bool zcaCli = false;
    QStringList commandLine; //!< as it was given
    int lingers = 0; //!< ms that the process stays after its answer

    //! Puts `Error: <message>` on stderr; gives the exit code 1.
    int fail(const QString& message);

    //! The session of the profile after the real program's checks, or nothing and an error on
    //! stderr.
    [[nodiscard]] std::optional<Session> requireLogin();

    //! Zalo can be reached.
    [[nodiscard]] bool isOnline();
};

//! Runs a one-shot command whose arguments are in the context; gives its exit code.
[[nodiscard]] int runAuth(Context& context);
[[nodiscard]] int runAccount(Context& context);
[[nodiscard]] int runContacts(Context& context);
[[nodiscard]] int runMessage(Context& context);
//! `msg recent`
[[nodiscard]] int runRecent(Context& context);
[[nodiscard]] int runDb(Context& context);

//! Writes the friends/groups cache that `friend find NAME` reads; its sizes.
std::pair<int, int> refreshCache(Context& context, const Account& account);

} // namespace zalo::sim
