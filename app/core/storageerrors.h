// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/errorentry.h"

namespace zalo {

//! The errors of the data files.
inline constexpr ErrorEntry storageErrors[] {
    { ErrorKind::StorageReadOnly, "StorageReadOnly", "storage", ErrorCode::Other,
      PossiblySent::Always,
      QT_TRANSLATE_NOOP(
          "Error",
          "The data file cannot be written, so receiving is paused. Make its folder and the file "
          "writable for you and it resumes automatically: %1") },
    { ErrorKind::StorageLocked, "StorageLocked", "storage", ErrorCode::Other, PossiblySent::Always,
      QT_TRANSLATE_NOOP(
          "Error",
          "Another program is using the data file, so receiving is paused. Close that program and "
          "it resumes automatically: %1") },
    { ErrorKind::StorageDamaged, "StorageDamaged", "storage", ErrorCode::Other,
      PossiblySent::Always,
      QT_TRANSLATE_NOOP("Error",
                        "The data file is damaged. Nothing was changed; move it away to start with "
                        "an empty one: %1") },
    { ErrorKind::StorageNewer, "StorageNewer", "storage", ErrorCode::Other, PossiblySent::Always,
      QT_TRANSLATE_NOOP(
          "Error",
          "The data file was written by a newer Zalo Companion. Install that version: %1") },
    { ErrorKind::StorageFull, "StorageFull", "storage", ErrorCode::Other, PossiblySent::Always,
      QT_TRANSLATE_NOOP("Error",
                        "The disk is full, so receiving is paused. Free some space and it resumes "
                        "automatically: %1") },
    { ErrorKind::StorageIoFailed, "StorageIoFailed", "storage", ErrorCode::Other,
      PossiblySent::Always,
      QT_TRANSLATE_NOOP("Error",
                        "The disk could not be read or written, so receiving is paused. Check it; "
                        "retrying automatically: %1") },
    { ErrorKind::StorageFailed, "StorageFailed", "storage", ErrorCode::Other, PossiblySent::Always,
      QT_TRANSLATE_NOOP("Error", "The data file could not be used: %1") },
};

} // namespace zalo
