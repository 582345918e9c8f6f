// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "value.h"

#include <QStringList>

namespace zalo::sim {

//! What Node's `util.inspect(value)` prints, without the line end (ZCA.md 1: it is not JSON).
[[nodiscard]] QByteArray inspect(const Value& value);

//! What Node's `console.table(rows)` prints for rows of the same keys, with the line end.
[[nodiscard]] QByteArray table(const Value::Array& rows);

} // namespace zalo::sim
