// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/spoolholder.h"

#include "core/logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <csignal>

#include <sys/file.h>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

bool isSpoolLocked(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    // The lock belongs to the open file that the writer inherited, and goes with its last copy.
    return ::flock(file.handle(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

void killSpoolHolders(const QString& path)
{
    const QString target = QFileInfo(path).canonicalFilePath();
    const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString& entry : entries) {
        bool isProcess = false;
        const qint64 pid = entry.toLongLong(&isProcess);
        if (isProcess && !target.isEmpty()
            && QFile::symLinkTarget(u"/proc/%1/fd/1"_s.arg(pid)) == target) {
            qCWarning(lcZca) << "ending a listener that an earlier run left:" << pid;
            ::kill(pid_t(pid), SIGKILL);
        }
    }
}

} // namespace zalo
