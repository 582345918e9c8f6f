// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QString>

namespace zalo {

//! What can be told of a database file without SQLite, and so without touching it.
struct DatabaseFile
{
    bool isNew = false; //!< no file, or an empty one
    int version = 0; //!< `PRAGMA user_version` of the main file; a log beside it may know better
    bool hasLog = false; //!< a write-ahead log was left: the last end was not a clean one
};

//! Looks at the file at `path`. StorageReadOnly where we may not write it or its folder,
//! StorageDamaged where it does not begin as a SQLite file does
//! (https://www.sqlite.org/fileformat.html), StorageFailed where its folder is missing.
[[nodiscard]] Result<DatabaseFile> inspectDatabaseFile(const QString& path);

//! Creates the file, empty and private (0600); SQLite gives its log and index the same mode.
[[nodiscard]] Result<void> createDatabaseFile(const QString& path);

} // namespace zalo
