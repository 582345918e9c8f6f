// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <sys/types.h>

class QLocalSocket;

namespace zalo {

//! Who is at the other end of a local socket, as the kernel noted it when the connection was made.
struct PeerCredentials
{
    uid_t uid = 0;
    pid_t pid = 0;
};

//! Asks the kernel (SO_PEERCRED). Disconnected when the socket has no descriptor any more.
[[nodiscard]] Result<PeerCredentials> peerCredentials(const QLocalSocket& socket);

} // namespace zalo
