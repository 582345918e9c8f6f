// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/errorentry.h"

namespace zalo {

//! The errors of this machine.
inline constexpr ErrorEntry machineErrors[] {
    { ErrorKind::FolderNotOurs, "FolderNotOurs", "folder", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP(
          "Error",
          "This folder belongs to somebody else. Remove it, or give it to your user: %1") },
    { ErrorKind::FolderNotPrivate, "FolderNotPrivate", "folder", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "This folder is open to other users. Close it with “chmod 700”: %1") },
    { ErrorKind::PathTooLong, "PathTooLong", "folder", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "The socket's path is longer than 107 bytes. Set ZALO_COMPANION_SOCKET to "
                        "a shorter one: %1") },
    { ErrorKind::AddressInUse, "AddressInUse", "addressInUse", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP(
          "Error", "Another program answers on the companion's socket. Stop that program: %1") },
    { ErrorKind::AlreadyRunning, "AlreadyRunning", "running", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "Zalo Companion is already running (process %1). Stop it with "
                        "“zalo-companion quit” to start another one.") },
    { ErrorKind::NotRunning, "NotRunning", "notRunning", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "Zalo Companion is not running. Start it: zalo-companion --headless") },
    { ErrorKind::NotAnswering, "NotAnswering", "notAnswering", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "Another Zalo Companion uses this data but does not answer. End that "
                        "process, then try again: %1") },
    { ErrorKind::LockUnsupported, "LockUnsupported", "folder", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "This folder’s file system has no file locks, so two programs could send "
                        "the same messages. Point XDG_DATA_HOME at a local disk: %1") },
    { ErrorKind::MachineFull, "MachineFull", "busy", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "No further file can be opened or program started just now (%1). Close "
                        "programs that you do not need; retrying automatically.") },
    { ErrorKind::KeyUnavailable, "KeyUnavailable", "key", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP(
          "Error", "The Gateways' keys cannot be used. Unlock the keyring and try again (%1).") },
    { ErrorKind::FileUnreadable, "FileUnreadable", "file", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error", "This file cannot be read: %1") },
    { ErrorKind::FileRefused, "FileRefused", "file", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP(
          "Error",
          "This file is not passed on. Choose a file of your own, smaller than 1 GiB, "
          "outside the folders of Zalo Companion: %1") },
    { ErrorKind::FileUnwritable, "FileUnwritable", "file", ErrorCode::Other,
      PossiblySent::OnceBegun, QT_TRANSLATE_NOOP("Error", "This file cannot be written: %1") },
    { ErrorKind::AddressRefused, "AddressRefused", "file", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error", "This web address is never opened by Zalo Companion: %1") },
    { ErrorKind::DownloadTooLarge, "DownloadTooLarge", "file", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error", "The file is too large to download (more than %1 bytes).") },
    { ErrorKind::DownloadFailed, "DownloadFailed", "file", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error", "The file could not be downloaded: %1") },
    { ErrorKind::DemoMissing, "DemoMissing", "demo", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "This copy of Zalo Companion has no demo: its simulator is not there (%1). "
                        "Build it with -DZALO_DEMO=ON, or start Zalo Companion without --demo.") },
};

} // namespace zalo
