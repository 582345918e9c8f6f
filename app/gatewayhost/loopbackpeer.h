// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <optional>

#include <sys/types.h>

class QTcpSocket;

namespace zalo {

//! The user whose program is at the other end of a connection over 127.0.0.1, as the kernel has it
//! (`/proc/net/tcp`). Nothing: not known.
[[nodiscard]] std::optional<uid_t> loopbackPeer(const QTcpSocket& socket);

} // namespace zalo
