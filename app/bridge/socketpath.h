// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QProcessEnvironment>
#include <QString>

#include <sys/types.h>

namespace zalo {

//! What decides the bridge's address (PROTOCOL.md, Transport).
struct SocketPathInputs
{
    QString companionSocket; //!< ZALO_COMPANION_SOCKET
    QString runtimeDir; //!< XDG_RUNTIME_DIR
    bool runtimeDirExists = true; //!< it is a folder; a logout may have removed it
    uid_t uid = 0;
    QString home;
    bool runUserIsOurs = false; //!< /run/user/<uid> exists and belongs to uid
};

//! The companion's half of the address rule. PathTooLong over 107 bytes.
[[nodiscard]] Result<QString> socketPath(const SocketPathInputs& inputs);

//! The inputs as `env`, the home folder and this machine have them.
[[nodiscard]] SocketPathInputs socketPathInputs(const QProcessEnvironment& env);

} // namespace zalo
