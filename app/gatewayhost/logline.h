// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

namespace zalo {

//! A line of OpenClaw's log file (docs/logging.md: one JSON object a line) for a person: time of
//! day, level where it is not INFO, subsystem, message; safe to show, and bounded. Any other line
//! is shown as it is. Empty: nothing to show.
[[nodiscard]] QString logLine(const QByteArray& line);

} // namespace zalo
