// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/runtimepaths.h"

#include <QDir>
#include <QFileInfo>

namespace zalo {
namespace {

QString below(const QProcessEnvironment& env, const char* variable, const QString& fallback)
{
    const QString base = env.value(QString::fromLatin1(variable));
    return QDir::cleanPath((base.startsWith(u'/') ? base : fallback)
                           + QStringLiteral("/zalo-companion"));
}

} // namespace

QString RuntimePaths::relayDatabase() const
{
    return data + QStringLiteral("/relay.sqlite");
}

QString RuntimePaths::contactsDatabase() const
{
    return data + QStringLiteral("/contacts.sqlite");
}

QString RuntimePaths::gatewaysFile() const
{
    return data + QStringLiteral("/gateways.json");
}

QString RuntimePaths::secretsFile() const
{
    return data + QStringLiteral("/secrets.json");
}

QString RuntimePaths::workFolder() const
{
    return run + QStringLiteral("/work");
}

QString RuntimePaths::spoolFolder() const
{
    return data + QStringLiteral("/spool");
}

QString RuntimePaths::mediaFolder() const
{
    return data + QStringLiteral("/media");
}

RuntimePaths runtimePaths(const QProcessEnvironment& env, const QString& home,
                          const QString& bridgeSocket)
{
    return {
        .config = below(env, "XDG_CONFIG_HOME", home + QStringLiteral("/.config")),
        .data = below(env, "XDG_DATA_HOME", home + QStringLiteral("/.local/share")),
        .state = below(env, "XDG_STATE_HOME", home + QStringLiteral("/.local/state")),
        .cache = below(env, "XDG_CACHE_HOME", home + QStringLiteral("/.cache")),
        .run = QFileInfo(bridgeSocket).path(),
    };
}

} // namespace zalo
