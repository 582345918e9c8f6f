// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QString>

namespace zalo {

//! A folder with a plugin of the id zalouser: ours, or another one of that name.
struct PluginFolder
{
    QString path;
    QString package; //!< the name in its package.json
    QString version;

    //! Whether it is the plugin of Zalo Companion.
    [[nodiscard]] bool isOurs() const;

    friend bool operator==(const PluginFolder&, const PluginFolder&) = default;
};

//! Reads what a folder says of itself. PluginMissing (detail: the path).
[[nodiscard]] Result<PluginFolder> readPluginFolder(const QString& path);

//! Our plugin: installed with this program, or in the sources that it was built from.
//! `programFolder` is the folder of the running program. PluginMissing.
[[nodiscard]] Result<PluginFolder> packagedPlugin(const QString& programFolder);

//! Whether both folders hold the same program: the same files with the same bytes, apart from what
//! is only for development.
[[nodiscard]] bool isSamePlugin(const PluginFolder& one, const PluginFolder& other);

} // namespace zalo
