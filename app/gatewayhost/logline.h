// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

namespace zalo {

//! A line of OpenClaw's log file (docs/logging.md: one JSON object a line) for a person: time of
//! day, level where it is not INFO, subsystem, message; bounded, secrets masked. Empty: not shown.
//! Only what a subsystem reports is shown, and not what helps to find faults: messages of people
//! and answers to them stand in other lines.
[[nodiscard]] QString logLine(const QByteArray& line);

} // namespace zalo
