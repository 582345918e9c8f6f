// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/programfolders.h"

#include <QDir>
#include <QFileInfo>
#include <QVersionNumber>

#include <algorithm>

using namespace Qt::StringLiterals;

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
    return { u"/home/linuxbrew/.linuxbrew/bin"_s, u"/opt/homebrew/bin"_s, u"/usr/local/bin"_s,
             u"/usr/bin"_s };
}

QStringList usualProgramFolders(const QProcessEnvironment& environment, const QString& home,
                                const QStringList& systemFolders)
{
    const auto variable = [&](const char* name, const QString& otherwise) {
        const QString value = environment.value(QString::fromLatin1(name));
        return value.isEmpty() ? otherwise : value;
    };
    const QString npmPrefix = variable("npm_config_prefix", home + u"/.npm-global"_s);
    const QString fnm = variable("FNM_DIR", home + u"/.local/share/fnm"_s);
    QStringList folders { npmPrefix + u"/bin"_s, home + u"/.npm-packages/bin"_s,
                          home + u"/.local/bin"_s, home + u"/bin"_s };
    folders +=
        versionFolders(variable("NVM_DIR", home + u"/.nvm"_s) + u"/versions/node"_s, u"/bin"_s);
    folders += variable("VOLTA_HOME", home + u"/.volta"_s) + u"/bin"_s;
    folders += fnm + u"/aliases/default/bin"_s;
    folders += versionFolders(fnm + u"/node-versions"_s, u"/installation/bin"_s);
    folders += variable("PNPM_HOME", home + u"/.local/share/pnpm"_s);
    folders += { home + u"/.yarn/bin"_s, home + u"/.bun/bin"_s, home + u"/.asdf/shims"_s,
                 home + u"/.local/share/mise/shims"_s, home + u"/.linuxbrew/bin"_s };
    folders += systemFolders;
    folders.removeDuplicates();
    folders.removeIf([](const QString& folder) { return !QFileInfo(folder).isDir(); });
    return folders;
}

} // namespace zalo
