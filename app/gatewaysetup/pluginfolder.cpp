// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewaysetup/pluginfolder.h"

#include "core/plainfile.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

QByteArray bytesOf(const QString& path)
{
    const auto bytes = readPlainFile(path);
    return bytes ? bytes->value_or(QByteArray()) : QByteArray();
}

//! What is installed of a plugin's folder (package.json, `files`), by path.
QMap<QString, QByteArray> filesOf(const QString& folder)
{
    QMap<QString, QByteArray> files;
    for (const QString& name : { u"index.js"_s, u"openclaw.plugin.json"_s, u"package.json"_s }) {
        files.insert(name, bytesOf(folder + u'/' + name));
    }
    QDirIterator sources(folder + u"/src"_s, QDir::Files, QDirIterator::Subdirectories);
    while (sources.hasNext()) {
        const QString path = sources.next();
        files.insert(QDir(folder).relativeFilePath(path), bytesOf(path));
    }
    return files;
}

} // namespace

bool PluginFolder::isOurs() const
{
    return package == u"@zalo-companion/zalouser";
}

Result<PluginFolder> readPluginFolder(const QString& path)
{
    const QJsonObject package =
        QJsonDocument::fromJson(bytesOf(path + u"/package.json"_s)).object();
    if (package.isEmpty()) {
        return failure(ErrorKind::PluginMissing, path);
    }
    return PluginFolder { path, package[u"name"].toString(), package[u"version"].toString() };
}

Result<PluginFolder> packagedPlugin(const QString& programFolder)
{
    const auto below = [&](const char* relative) {
        return QDir::cleanPath(programFolder + u'/' + QString::fromLatin1(relative));
    };
    const QString installed = below(ZALO_PLUGIN_FROM_BIN);
    return readPluginFolder(QFileInfo(installed).isDir() ? installed
                                                         : below(ZALO_PLUGIN_FROM_BUILD))
        .map_error([&](const Error& /*error*/) {
            return Error { ErrorKind::PluginMissing, installed };
        });
}

bool isSamePlugin(const PluginFolder& one, const PluginFolder& other)
{
    return filesOf(one.path) == filesOf(other.path);
}

} // namespace zalo
