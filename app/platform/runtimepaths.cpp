// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/runtimepaths.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

QString below(const QProcessEnvironment& env, const char* variable, const QString& fallback)
{
    const QString base = env.value(QString::fromLatin1(variable));
    return QDir::cleanPath((base.startsWith(u'/') ? base : fallback) + u"/zalo-companion"_s);
}

} // namespace

QString RuntimePaths::relayDatabase() const
{
    return data + u"/relay.sqlite"_s;
}

QString RuntimePaths::contactsDatabase() const
{
    return data + u"/contacts.sqlite"_s;
}

QString RuntimePaths::gatewaysFile() const
{
    return data + u"/gateways.json"_s;
}

QString RuntimePaths::secretsFile() const
{
    return data + u"/secrets.json"_s;
}

QString RuntimePaths::workFolder() const
{
    return data + u"/work"_s;
}

QString RuntimePaths::spoolFolder() const
{
    return data + u"/spool"_s;
}

QString RuntimePaths::mediaFolder() const
{
    return data + u"/media"_s;
}

RuntimePaths runtimePaths(const QProcessEnvironment& env, const QString& home)
{
    return {
        .config = below(env, "XDG_CONFIG_HOME", home + u"/.config"_s),
        .data = below(env, "XDG_DATA_HOME", home + u"/.local/share"_s),
        .state = below(env, "XDG_STATE_HOME", home + u"/.local/state"_s),
        .cache = below(env, "XDG_CACHE_HOME", home + u"/.cache"_s),
    };
}

} // namespace zalo
