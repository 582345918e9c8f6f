// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcalocator.h"

#include "platform/programfolders.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

bool isProgram(const QFileInfo& file)
{
    return file.isFile() && file.isExecutable();
}

//! A path that somebody named: it is this one or an error.
Result<QString> namedProgram(QString path, const QString& home)
{
    if (path.startsWith(QLatin1String("~/"))) {
        path = home + path.sliced(1);
    }
    const QFileInfo file(path);
    if (!file.exists()) {
        return failure(ErrorKind::ZcaMissing, path);
    }
    if (!isProgram(file)) {
        return failure(ErrorKind::ZcaNotExecutable, path);
    }
    return file.absoluteFilePath();
}

} // namespace

Result<QString> locateZca(const ZcaSearch& search)
{
    for (const QString& named :
         { search.environment.value(u"ZALO_COMPANION_ZCA"_s), search.setting }) {
        if (!named.isEmpty()) {
            return namedProgram(named, search.home);
        }
    }
    QStringList onPath = search.environment.value(u"PATH"_s).split(u':', Qt::SkipEmptyParts);
    onPath.removeIf([](const QString& folder) { return QDir::isRelativePath(folder); });

    QString notExecutable;
    for (const QStringList& folders :
         { onPath, usualProgramFolders(search.environment, search.home, search.systemFolders) }) {
        for (const QString& name : { u"zca"_s, u"openzca"_s }) {
            for (const QString& folder : folders) {
                const QFileInfo file(folder + u'/' + name);
                if (isProgram(file)) {
                    return file.absoluteFilePath();
                }
                if (file.isFile() && notExecutable.isEmpty()) {
                    notExecutable = file.absoluteFilePath();
                }
            }
        }
    }
    if (!notExecutable.isEmpty()) {
        return failure(ErrorKind::ZcaNotExecutable, notExecutable);
    }
    return failure(ErrorKind::ZcaMissing);
}

} // namespace zalo
