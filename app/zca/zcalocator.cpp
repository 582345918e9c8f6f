// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcalocator.h"

#include <QDir>
#include <QFileInfo>
#include <QVersionNumber>

#include <algorithm>

namespace zalo {
namespace {

//! The `tail` folders below each version's folder, the newest version first.
QStringList versionFolders(const QString& versions, const QString& tail)
{
    QStringList names = QDir(versions).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    const auto version = [](const QString& name) { // "v22.13.1"
        return QVersionNumber::fromString(name.startsWith(u'v') ? name.sliced(1) : name);
    };
    std::sort(names.begin(), names.end(),
              [&](const QString& a, const QString& b) { return version(a) > version(b); });
    QStringList folders;
    for (const QString& name : names) {
        folders << versions + u'/' + name + tail;
    }
    return folders;
}

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

QStringList usualProgramFolders(const ZcaSearch& search)
{
    const auto variable = [&](const char* name, const QString& otherwise) {
        const QString value = search.environment.value(QString::fromLatin1(name));
        return value.isEmpty() ? otherwise : value;
    };
    const QString& home = search.home;
    const QString npmPrefix = variable("npm_config_prefix", home + QStringLiteral("/.npm-global"));
    const QString fnm = variable("FNM_DIR", home + QStringLiteral("/.local/share/fnm"));
    QStringList folders { npmPrefix + QStringLiteral("/bin"),
                          home + QStringLiteral("/.npm-packages/bin"),
                          home + QStringLiteral("/.local/bin"), home + QStringLiteral("/bin") };
    folders += versionFolders(variable("NVM_DIR", home + QStringLiteral("/.nvm"))
                                  + QStringLiteral("/versions/node"),
                              QStringLiteral("/bin"));
    folders += variable("VOLTA_HOME", home + QStringLiteral("/.volta")) + QStringLiteral("/bin");
    folders += fnm + QStringLiteral("/aliases/default/bin");
    folders +=
        versionFolders(fnm + QStringLiteral("/node-versions"), QStringLiteral("/installation/bin"));
    folders += variable("PNPM_HOME", home + QStringLiteral("/.local/share/pnpm"));
    folders +=
        { home + QStringLiteral("/.yarn/bin"), home + QStringLiteral("/.bun/bin"),
          home + QStringLiteral("/.asdf/shims"), home + QStringLiteral("/.local/share/mise/shims"),
          home + QStringLiteral("/.linuxbrew/bin") };
    folders += search.systemFolders;
    folders.removeDuplicates();
    folders.removeIf([](const QString& folder) { return !QFileInfo(folder).isDir(); });
    return folders;
}

Result<QString> locateZca(const ZcaSearch& search)
{
    for (const QString& named :
         { search.environment.value(QStringLiteral("ZALO_COMPANION_ZCA")), search.setting }) {
        if (!named.isEmpty()) {
            return namedProgram(named, search.home);
        }
    }
    QStringList onPath =
        search.environment.value(QStringLiteral("PATH")).split(u':', Qt::SkipEmptyParts);
    onPath.removeIf([](const QString& folder) { return QDir::isRelativePath(folder); });

    QString notExecutable;
    for (const QStringList& folders : { onPath, usualProgramFolders(search) }) {
        for (const QString& name : { QStringLiteral("zca"), QStringLiteral("openzca") }) {
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
