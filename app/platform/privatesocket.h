// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "platform/descriptor.h"

#include <QString>

namespace zalo {

//! A listening, non-blocking socket at `path`, user-only from its first moment, in a folder that
//! must be private and ours already. A dead leftover socket is removed, so own what is served there
//! first (InstanceLock). The path may have any length. AddressInUse (a program answers there, or it
//! is no socket at all), FileUnwritable.
[[nodiscard]] Result<Descriptor> listenPrivately(const QString& path);

//! A non-blocking connection to the socket at `path`, of any length; a local connect is decided at
//! once. NotRunning: nobody listens there. QLocalSocket itself takes 106 bytes at most, one less
//! than a path may have.
[[nodiscard]] Result<Descriptor> connectPrivately(const QString& path);

} // namespace zalo
