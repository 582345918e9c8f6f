// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "controlserver.h"

namespace zalo::sim {

//! A session has one connection, the newest: whoever else has it is told that it is gone (3000).
void takeConnection(const Home& home, const QString& token);

//! The connection of a command that opens one of its own (ZCA.md 10).
class OwnConnection
{
public:
    //! `token`: the session's.
    OwnConnection(const Home& home, const QString& profile, const QString& token);

    //! Takes the session's connection and keeps it for so many ms; false when somebody took it
    //! meanwhile, or the network went.
    [[nodiscard]] bool hold(int milliseconds);

private:
    const Home& m_home;
    QString m_profile;
    QString m_token;
};

} // namespace zalo::sim
