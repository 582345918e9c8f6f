// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/nativelogin.h"

#include <QDir>

namespace zalo {

std::optional<QString> findNativeLogin(const QString& folder, const QString& profile)
{
    if (folder.isEmpty()) {
        return {};
    }
    const QDir logins(folder);
    const QStringList files = logins.entryList(
        { QStringLiteral("credentials.json"), QStringLiteral("credentials-*.json") }, QDir::Files,
        QDir::Name | QDir::Reversed);
    if (files.isEmpty()) {
        return {};
    }
    const QString own = QStringLiteral("credentials-%1.json").arg(profile);
    return logins.filePath(files.contains(own) ? own : files.first());
}

} // namespace zalo
