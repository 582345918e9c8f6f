// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QString>

#include <sys/types.h>

class QLocalServer;

namespace zalo {

//! Listens on `path`, user-only, in a folder that must be private and ours already. A dead leftover
//! socket is removed, so hold the instance's lock first. PathTooLong (107 bytes), AddressInUse (a
//! program answers there, or it is no socket at all), FileUnwritable.
[[nodiscard]] Result<void> listenPrivately(QLocalServer& server, const QString& path);

} // namespace zalo
