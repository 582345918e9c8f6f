// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/setupcommand.h"
#include "cli/terminalcommand.h"
#include "core/error.h"
#include "platform/runtimepaths.h"
#include "platform/socketaddress.h"
#include "zca/zcalocator.h"

#include <QStringList>

#include <optional>

namespace zalo {

//! What the program was asked to do by its command line.
struct LaunchOptions
{
    bool demo = false;
    bool headless = false; //!< no windows
    bool hidden = false; //!< windows, but none shown at the start
    QString page; //!< the page to open, one of pageNames(); empty: as the window likes
    bool showHelp = false;
    bool showVersion = false;
    QString help; //!< the whole text, where it is to be shown
    std::optional<TerminalCommand::Request> command;
    std::optional<SetupCommand::Request> setup; //!< neither of them: run
};

//! The pages of the window as the command line names them.
[[nodiscard]] QStringList pageNames();

//! Whether a launch with these words shows windows, so that main() builds the right kind of
//! application before the words are read in earnest.
[[nodiscard]] bool wantsWindows(const QStringList& arguments);

//! Reads the words of the command line, the program's name first. BadRequest names what is wrong.
[[nodiscard]] Result<LaunchOptions> parseCommandLine(const QStringList& arguments);

//! Where this launch keeps its things, and which zca it looks for.
struct LaunchPlaces
{
    SocketAddress bridge;
    RuntimePaths paths;
    ZcaSearch zca;
    QString nativeLogins; //!< where OpenClaw's own Zalo channel keeps its logins; empty in a demo
    QString simulator; //!< a demo's zca-sim, where it should be
    QString simulatorHome; //!< and what it keeps
};

//! The places as the environment gives them; a demo has its own beside them, and for a zca the
//! simulator that was built or installed with this program. PathTooLong.
[[nodiscard]] Result<LaunchPlaces> launchPlaces(const QProcessEnvironment& environment, bool demo,
                                                const QString& programFolder);

} // namespace zalo
