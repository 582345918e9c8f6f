// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo {

//! `text` quoted as one word for a POSIX shell.
[[nodiscard]] QString shellQuoted(const QString& text);

//! The command that sends `message` to a friend or group, ready to be pasted into a terminal.
[[nodiscard]] QString sendCommand(const QString& profile, const QString& id, bool isGroup,
                                  const QString& message);

//! The entry for this friend in `channels.zalouser.allowFrom`, or for this group in
//! `channels.zalouser.groups`.
[[nodiscard]] QString allowlistEntry(const QString& id, bool isGroup);

} // namespace zalo
