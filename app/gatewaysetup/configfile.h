// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QFile>
#include <QString>

namespace zalo {

//! OpenClaw's configuration as it is on the disk.
struct ConfigFile
{
    QString path;
    bool exists = false;
    QByteArray bytes;
    QFile::Permissions rights = QFile::ReadOwner | QFile::WriteOwner;

    friend bool operator==(const ConfigFile&, const ConfigFile&) = default;
};

//! Reads it; a missing file is an empty one. ConfigIsSymlink, ConfigNotOurs, FileUnreadable.
[[nodiscard]] Result<ConfigFile> readConfigFile(const QString& path);

//! Writes it whole with its rights, or removes it where it is not to exist. ConfigChanged: it is
//! not `expected` any more, so it was left alone. FileUnwritable.
[[nodiscard]] Result<void> writeConfigFile(const ConfigFile& file, const QByteArray& expected);

} // namespace zalo
