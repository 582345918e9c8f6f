// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/nativelogin.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

std::optional<QString> findNativeLogin(const QString& folder, const QString& profile)
{
    if (folder.isEmpty()) {
        return {};
    }
    const QDir logins(folder);
    const QStringList files = logins.entryList({ u"credentials.json"_s, u"credentials-*.json"_s },
                                               QDir::Files, QDir::Name | QDir::Reversed);
    if (files.isEmpty()) {
        return {};
    }
    const QString own = u"credentials-%1.json"_s.arg(profile);
    return logins.filePath(files.contains(own) ? own : files.first());
}

} // namespace zalo
