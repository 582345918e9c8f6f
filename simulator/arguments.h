// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commands.h"

#include <QHash>
#include <QStringList>

namespace zalo::sim {

//! A command line, parsed as the real program's library does it (ZCA.md 1).
struct Arguments
{
    QString command; //!< "msg.send"; empty if there is none
    QStringList operands;
    QHash<QString, QStringList> options; //!< by long name: "qr-path"
    QString profile; //!< of -p, wherever it stood

    QByteArray out; //!< a help that was asked for
    QByteArray err; //!< a usage error with the help
    bool wantsVersion = false;

    [[nodiscard]] bool has(const QString& option) const { return options.contains(option); }
    [[nodiscard]] QString value(const QString& option) const
    {
        return options.value(option).value(0);
    }
};

//! Parses the arguments after the program's name.
[[nodiscard]] Arguments parseArguments(const QStringList& args, bool zcaCli);

//! True for "msg.send" and all its like, "version" and "help".
[[nodiscard]] bool isCommandId(const QString& id);

} // namespace zalo::sim
