// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "storage/databasefile.h"

#include "core/plainfile.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr qsizetype HeaderSize = 100;
constexpr qsizetype VersionOffset = 60;

bool mayWrite(const QString& path)
{
    return ::faccessat(AT_FDCWD, QFile::encodeName(path).constData(), W_OK, AT_EACCESS) == 0;
}

//! Messages are nobody else's to read. SQLite gives its log the file's rights, but only where it
//! makes it.
void closeDatabaseToOthers(const QString& path)
{
    if (closeToOthers(path)) {
        closeToOthers(path + u"-wal"_s);
        closeToOthers(path + u"-shm"_s);
    }
}

} // namespace

Result<DatabaseFile> inspectDatabaseFile(const QString& path)
{
    const QFileInfo info(path);
    if (!QFileInfo(info.path()).isDir()) {
        return failure(ErrorKind::StorageFailed, path + u" (its folder is missing)"_s);
    }
    if (!mayWrite(info.path()) || (info.exists() && !mayWrite(path))) {
        return failure(ErrorKind::StorageReadOnly, path);
    }
    DatabaseFile found;
    if (!info.exists() && !info.isSymLink()) {
        found.isNew = true;
        return found;
    }
    // SQLite would follow a link, and wait for ever for a FIFO's other end.
    const int fd =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat status
    {
    };
    const bool isOpen = fd >= 0 && ::fstat(fd, &status) == 0;
    const int error = errno;
    QFile file;
    if (fd >= 0) {
        (void)file.open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
    }
    if ((fd < 0 && error == ELOOP) || (isOpen && !S_ISREG(status.st_mode))) {
        return failure(ErrorKind::StorageFailed, path + u" (it is not an ordinary file)"_s);
    }
    if (!isOpen) {
        return failure(ErrorKind::StorageFailed, u"%1 (%2)"_s.arg(path, qt_error_string(error)));
    }
    closeDatabaseToOthers(path);
    if (status.st_size == 0) {
        found.isNew = true;
        return found;
    }
    const QByteArray header = file.read(HeaderSize);
    if (header.size() < HeaderSize || !header.startsWith(QByteArrayView("SQLite format 3", 16))) {
        return failure(ErrorKind::StorageDamaged, path);
    }
    found.version = qFromBigEndian<qint32>(header.constData() + VersionOffset);
    found.hasLog = QFileInfo(path + u"-wal"_s).size() > 0;
    return found;
}

Result<void> createDatabaseFile(const QString& path)
{
    const int fd = ::open(QFile::encodeName(path).constData(),
                          O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd >= 0) {
        ::close(fd);
        return {};
    }
    switch (errno) {
    case EACCES:
    case EPERM:
    case EROFS:
        return failure(ErrorKind::StorageReadOnly, path);
    case ENOSPC:
    case EDQUOT:
        return failure(ErrorKind::StorageFull, path);
    default:
        return failure(ErrorKind::StorageFailed, u"%1 (%2)"_s.arg(path, qt_error_string(errno)));
    }
}

} // namespace zalo
