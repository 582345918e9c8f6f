// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace zalo::sim {

//! One option as the help prints it, "-q, --qr-path <path>".
struct OptionSpec
{
    const char* flags;
    const char* description;
    bool openzcaOnly = false; //!< zca-cli does not know it (ZCA.md 9)
};

//! One command, or a group of commands.
struct CommandSpec
{
    const char* path; //!< "msg send"; empty for the program itself
    const char* alias; //!< of the last part of the path, or ""
    const char* arguments; //!< "<threadId> [file]"
    const char* description;
    QList<OptionSpec> options;
    bool isGroup = false;
    bool openzcaOnly = false; //!< the same for a command; what is below it is unknown, too
};

//! Every command the simulator knows, in the order of the real help.
[[nodiscard]] const QList<CommandSpec>& commandSpecs();

} // namespace zalo::sim
