// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "platform/programfolders.h"

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace zalo {

//! Where to look for the program; everything that the answer depends on.
struct ZcaSearch
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QString home; //!< the user's home folder
    QString setting; //!< the path chosen in the settings; empty: none
    QStringList systemFolders = systemProgramFolders();
};

//! Finds the program zca: `ZALO_COMPANION_ZCA`, the setting, then `zca`, then `openzca`, each on
//! PATH and in the usual folders. Gives its absolute path, links unresolved (an nvm program finds
//! its `node` beside the link).
//!
//! ZcaMissing: nowhere. ZcaNotExecutable (detail: the path): found, but it may not be run. A path
//! named by the variable or the setting is taken or refused, never silently replaced.
[[nodiscard]] Result<QString> locateZca(const ZcaSearch& search);

} // namespace zalo
