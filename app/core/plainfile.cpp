// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/plainfile.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace zalo {
namespace {

constexpr qint64 MaxSize = 16 << 20;

} // namespace

Result<std::optional<QByteArray>> readPlainFile(const QString& path)
{
    const int fd =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        return errno == ENOENT ? Result<std::optional<QByteArray>>(std::nullopt)
                               : failure(ErrorKind::FileUnreadable, path);
    }
    struct stat status
    {
    };
    QFile file;
    const bool isPlain =
        ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && status.st_size <= MaxSize;
    if (!isPlain || !file.open(fd, QIODevice::ReadOnly)) {
        ::close(fd);
        return failure(ErrorKind::FileUnreadable, path);
    }
    const QByteArray bytes = file.readAll();
    const bool isRead = file.error() == QFileDevice::NoError;
    file.close();
    ::close(fd);
    return isRead ? Result<std::optional<QByteArray>>(bytes)
                  : failure(ErrorKind::FileUnreadable, path);
}

bool closeToOthers(const QString& path)
{
    constexpr mode_t Others = S_IRWXG | S_IRWXO;
    const int fd =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0) {
        return false;
    }
    struct stat info
    {
    };
    const bool isClosed = ::fstat(fd, &info) == 0 && info.st_uid == ::geteuid()
        && (S_ISREG(info.st_mode) || S_ISDIR(info.st_mode)) && (info.st_mode & Others) != 0
        && ::fchmod(fd, info.st_mode & ~Others & 07777) == 0;
    ::close(fd);
    return isClosed;
}

} // namespace zalo
