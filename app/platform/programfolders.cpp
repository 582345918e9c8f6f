// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/programfolders.h"

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

} // namespace

QStringList systemProgramFolders()
{
    return { QStringLiteral("/home/linuxbrew/.linuxbrew/bin"), QStringLiteral("/opt/homebrew/bin"),
             QStringLiteral("/usr/local/bin"), QStringLiteral("/usr/bin") };
}

QStringList usualProgramFolders(const QProcessEnvironment& environment, const QString& home,
                                const QStringList& systemFolders)
{
    const auto variable = [&](const char* name, const QString& otherwise) {
        const QString value = environment.value(QString::fromLatin1(name));
        return value.isEmpty() ? otherwise : value;
    };
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
    folders += systemFolders;
    folders.removeDuplicates();
    folders.removeIf([](const QString& folder) { return !QFileInfo(folder).isDir(); });
    return folders;
}

} // namespace zalo
