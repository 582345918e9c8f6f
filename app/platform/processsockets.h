// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "platform/tcpview.h"

#include <QSet>

namespace zalo {

//! The inodes of all sockets that a process and what it has started hold (`/proc/<pid>/fd`).
//! Processes that end or cannot be read meanwhile are left out, but not the first one.
[[nodiscard]] TcpAnswer<QSet<quint32>> socketsOf(qint64 pid);

} // namespace zalo
