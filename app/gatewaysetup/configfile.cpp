// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewaysetup/configfile.h"

#include "core/atomicfile.h"
#include "core/plainfile.h"

#include <QFileInfo>

#include <unistd.h>

namespace zalo {

Result<ConfigFile> readConfigFile(const QString& path)
{
    ConfigFile config;
    config.path = path;
    const QFileInfo info(path);
    if (info.isSymLink()) {
        return failure(ErrorKind::ConfigIsSymlink, path);
    }
    if (!info.exists()) {
        return config;
    }
    if (info.ownerId() != ::geteuid()) {
        return failure(ErrorKind::ConfigNotOurs, path);
    }
    return readPlainFile(path).map([&](const std::optional<QByteArray>& bytes) {
        config.exists = bytes.has_value();
        config.bytes = bytes.value_or(QByteArray());
        config.rights = info.permissions();
        return config;
    });
}

Result<void> writeConfigFile(const ConfigFile& file, const QByteArray& expected)
{
    const Result<ConfigFile> now = readConfigFile(file.path);
    if (!now) {
        return tl::unexpected(now.error());
    }
    if (now->bytes != expected) {
        return failure(ErrorKind::ConfigChanged, file.path);
    }
    if (!file.exists) {
        const bool isGone = !now->exists || QFile::remove(file.path);
        return isGone ? Result<void>() : failure(ErrorKind::FileUnwritable, file.path);
    }
    return writeFileAtomically(file.path, file.bytes, file.rights);
}

} // namespace zalo
