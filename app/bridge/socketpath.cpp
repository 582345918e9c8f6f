// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/socketpath.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr qsizetype MaxPath = sizeof(sockaddr_un::sun_path) - 1;

QString runUserFolder(uid_t uid)
{
    return u"/run/user/%1"_s.arg(uid);
}

QString inFolder(QString folder, const QString& rest)
{
    while (folder.endsWith(u'/')) {
        folder.chop(1);
    }
    return folder + rest;
}

} // namespace

Result<QString> socketPath(const SocketPathInputs& inputs)
{
    const QString name = u"/zalo-companion/bridge.sock"_s;
    QString path;
    if (inputs.companionSocket.startsWith(u'/')) {
        path = inputs.companionSocket;
    } else if (inputs.runtimeDir.startsWith(u'/') && inputs.runtimeDirExists) {
        path = inFolder(inputs.runtimeDir, name);
    } else if (inputs.runUserIsOurs) {
        path = runUserFolder(inputs.uid) + name;
    } else {
        path = inFolder(inputs.home, u"/.local/state"_s + name);
    }
    if (QFile::encodeName(path).size() > MaxPath) {
        return failure(ErrorKind::PathTooLong, path);
    }
    return path;
}

SocketPathInputs socketPathInputs(const QProcessEnvironment& env)
{
    const uid_t uid = geteuid();
    const QString runtimeDir = env.value(u"XDG_RUNTIME_DIR"_s);
    struct stat info
    {
    };
    const bool ours = ::stat(QFile::encodeName(runUserFolder(uid)).constData(), &info) == 0
        && S_ISDIR(info.st_mode) && info.st_uid == uid;
    return {
        .companionSocket = env.value(u"ZALO_COMPANION_SOCKET"_s),
        .runtimeDir = runtimeDir,
        .runtimeDirExists = QFileInfo(runtimeDir).isDir(),
        .uid = uid,
        .home = QDir::homePath(),
        .runUserIsOurs = ours,
    };
}

} // namespace zalo
