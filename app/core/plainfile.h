// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace zalo {

//! What is in a small file of ours; nothing: there is none. A link to a file is followed, for
//! people keep settings elsewhere. FileUnreadable (detail: the path): it is no ordinary file, such
//! as a FIFO, for which this does not wait; it may not be read, or has more than 16 MiB.
[[nodiscard]] Result<std::optional<QByteArray>> readPlainFile(const QString& path);

//! Takes the rights of all others from a file or folder of ours, whoever made it; no link is
//! followed. True where they had some.
bool closeToOthers(const QString& path);

} // namespace zalo
