// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "value.h"

#include <QJsonObject>

namespace zalo::sim {

//! An entry of `msg recent`, of a row of the history (History).
[[nodiscard]] Value recentValue(const QJsonObject& row);

//! An entry of `db chat messages`: the same, and what the database has besides.
[[nodiscard]] Value storedValue(const QJsonObject& row);

//! An entry of `db chat list`, of a thread's rows in the order of their times; there is at least
//! one. `title` may be empty.
[[nodiscard]] Value chatValue(const QList<QJsonObject>& rows, const QString& title);

} // namespace zalo::sim
