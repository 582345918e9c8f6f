// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "home.h"
#include "peers.h"
#include "settings.h"

namespace zalo::sim {

//! One call of `zca-sim ctl`, and what its commands share.
struct CtlCall
{
    CtlCall(const Home& home, QStringList args);

    const Home& home;
    Settings settings;
    QString profile; //!< of -p, or empty
    int timeout = 30; //!< of --timeout, in seconds
    bool json = false; //!< --json
    QString command;
    QStringList args; //!< what follows the command

    //! The profile that files are changed for.
    [[nodiscard]] QString fileProfile() const;

    //! The process to steer: with -p that profile's, else the newest that is ready, else the
    //! newest.
    [[nodiscard]] std::optional<Peer> peerOf(const QString& kind) const;

    //! Why there is none.
    [[nodiscard]] QString nobody(const QString& kind) const;

    //! The text of a process's answer; nothing after an error was said.
    [[nodiscard]] std::optional<QString> ask(PeerConnection& connection,
                                             const QJsonObject& request) const;

    //! One line on stdout.
    static void print(const QByteArray& line);
    //! One line on stderr; gives the exit code 1.
    static int fail(const QString& message);
};

//! The commands that steer running processes; nothing if it is none of them.
[[nodiscard]] std::optional<int> steerProcesses(CtlCall& call);

//! The commands that write to an account and tell what became of it; nothing if it is none of them.
[[nodiscard]] std::optional<int> writeMessages(CtlCall& call);

//! The commands about files and settings; nothing if it is none of them.
[[nodiscard]] std::optional<int> changeState(CtlCall& call);

//! `wait`; nothing if it is another command.
[[nodiscard]] std::optional<int> waitFor(CtlCall& call);

} // namespace zalo::sim
