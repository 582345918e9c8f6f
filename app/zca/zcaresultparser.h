// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "zca/zcaprogram.h"

#include <QByteArray>
#include <QStringList>

namespace zalo {

//! The ids of the messages that a `msg` command sent, in order. openzca: exit 0 without an id is
//! NothingSent, or NotSent where zca says so (ZCA.md 6); absurdly many are Uncertain. zca-cli: exit
//! 0 with output is sent, and the list may be empty.
[[nodiscard]] Result<QStringList> parseMessageIds(const QByteArray& out, ZcaDialect dialect);

//! What became of a command that makes no message, such as a reaction: it was done where it exits
//! with 0 and says anything at all, else NothingSent.
[[nodiscard]] Result<void> parseDone(const QByteArray& out);

//! True for a line of stdout that names a message id, or says that nothing was sent: the answer of
//! commands that linger after it.
[[nodiscard]] bool isMessageAnswer(const QByteArray& line);

} // namespace zalo
