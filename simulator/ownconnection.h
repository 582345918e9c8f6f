// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "controlserver.h"

namespace zalo::sim {

//! A session has one connection, the newest: whoever else has it is told that it is gone (3000).
//! Gives the moment (ns) from which on it is this process's.
[[nodiscard]] qint64 takeConnection(const Home& home, const QString& token);

//! Whether such a word, sent by another process, takes the session's connection from the one who
//! has had it since `sinceNs`: of two that come at once the later one has it, and not neither.
[[nodiscard]] bool isTakenBy(const QJsonObject& request, const QString& token, qint64 sinceNs);

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
    qint64 m_sinceNs = 0;
};

} // namespace zalo::sim
