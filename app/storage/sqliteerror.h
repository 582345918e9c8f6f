// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

class QSqlError;

namespace zalo {

//! Our error for what SQLite says about the file at `path`. `code` is SQLite's result code,
//! extended or not (https://www.sqlite.org/rescode.html); `message` is its own.
[[nodiscard]] Error sqliteError(int code, const QString& message, const QString& path);

//! The same, from Qt's value.
[[nodiscard]] Error sqliteError(const QSqlError& error, const QString& path);

//! True for an error after which the whole transaction is lost and the file cannot be used for now,
//! false for one that concerns a single statement.
[[nodiscard]] bool concernsWholeFile(const Error& error);

} // namespace zalo
