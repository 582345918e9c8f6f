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

//! True when nothing in the snapshot waits for a person: every account is online or getting there
//! by itself, and messages can flow.
[[nodiscard]] bool isHealthy(const QJsonObject& snapshot);

} // namespace zalo
