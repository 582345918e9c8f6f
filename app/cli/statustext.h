// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonObject>
#include <QString>

namespace zalo {

//! The snapshot (PROTOCOL.md, with texts in people's language) as a few lines for a terminal.
[[nodiscard]] QString statusText(const QJsonObject& snapshot);

//! What a person can do about a damaged data file.
[[nodiscard]] QString damagedDataText();

//! True when nothing in the snapshot keeps anybody from an answer, or only what gets better by
//! itself in a moment.
[[nodiscard]] bool isHealthy(const QJsonObject& snapshot);

} // namespace zalo
