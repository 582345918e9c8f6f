// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QString>

#include <sys/types.h>
#include <unistd.h>

namespace zalo {

//! Makes sure that `path` (absolute) is a real folder, ours, with mode 0700. Missing folders,
//! parents too, are created with 0700 whatever the umask. One of ours that is open to others is
//! closed when it or a parent is named `zalo-companion`; any other folder may be shared on purpose
//! and gives FolderNotPrivate. A link in the last place or another owner: FolderNotOurs. What
//! cannot be created: FileUnwritable. `us` is the uid that counts as ours.
[[nodiscard]] Result<void> ensurePrivateFolder(const QString& path, uid_t us = geteuid());

//! Removes what is in the folder, but for the file `kept`; of links the link. FileUnwritable names
//! what could not be removed; everything else is.
[[nodiscard]] Result<void> emptyFolder(const QString& path, const QString& kept = {});

} // namespace zalo
