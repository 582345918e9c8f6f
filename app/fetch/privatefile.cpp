// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fetch/privatefile.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace zalo {

PrivateFile::~PrivateFile()
{
    discard();
}

Result<void> PrivateFile::open(const QString& path)
{
    m_path = QFile::encodeName(path);
    m_part = m_path + ".part";
    ::unlink(m_part.constData());
    m_file = ::open(m_part.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    return m_file >= 0 ? Result<void>() : failed(errno);
}

Result<void> PrivateFile::write(const char* bytes, size_t size)
{
    while (size > 0) {
        const ssize_t written = ::write(m_file, bytes, size);
        if (written < 0 && errno != EINTR) {
            return failed(errno);
        }
        bytes += std::max<ssize_t>(written, 0);
        size -= size_t(std::max<ssize_t>(written, 0));
    }
    return {};
}

Result<void> PrivateFile::finish()
{
    if (::fsync(m_file) != 0 || ::rename(m_part.constData(), m_path.constData()) != 0) {
        return failed(errno);
    }
    ::close(std::exchange(m_file, -1));
    const QByteArray folder = m_path.left(m_path.lastIndexOf('/'));
    const int entry = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool isSynced = entry >= 0 && ::fsync(entry) == 0;
    const int error = errno;
    if (entry >= 0) {
        ::close(entry);
    }
    return isSynced ? Result<void>() : failed(error);
}

Result<void> PrivateFile::failed(int error) const
{
    const bool isFull = error == ENOSPC || error == EDQUOT;
    return failure(isFull ? ErrorKind::StorageFull : ErrorKind::FileUnwritable,
                   QFile::decodeName(m_path));
}

void PrivateFile::discard()
{
    if (m_file >= 0) {
        ::close(std::exchange(m_file, -1));
        ::unlink(m_part.constData());
    }
}

} // namespace zalo
