// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/fileguard.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

bool isBelow(const QString& path, const QString& folder)
{
    return path == folder || path.startsWith(folder + u'/');
}

//! Where an open file really lies, all links followed.
QString placeOf(const Descriptor& file)
{
    return QFile::symLinkTarget(u"/proc/self/fd/%1"_s.arg(file.get()));
}

bool isOrdinary(const struct stat& facts, qint64 maxBytes)
{
    return S_ISREG(facts.st_mode) && facts.st_uid == ::geteuid() && facts.st_size <= maxBytes;
}

} // namespace

FileGuard::FileGuard(QStringList secretFolders)
    : m_secretFolders(std::move(secretFolders))
{
    // Where the kernel tells of itself and of other processes: to read may wait, or give keys away.
    m_secretFolders << u"/proc"_s << u"/sys"_s;
}

Result<Descriptor> FileGuard::open(const QString& path, qint64 maxBytes) const
{
    const QByteArray name = QFile::encodeName(path);
    struct stat facts
    {
    };
    if (!path.startsWith(u'/') || ::lstat(name.constData(), &facts) != 0) {
        return failure(ErrorKind::FileUnreadable, path);
    }
    // Looked at before it is opened: to open a device may do something.
    if (!isOrdinary(facts, maxBytes)) {
        return failure(ErrorKind::FileRefused, path);
    }
    Descriptor file(::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file.isValid()) {
        return failure(ErrorKind::FileUnreadable, path);
    }
    const QString place = placeOf(file);
    const bool isSecret =
        std::any_of(m_secretFolders.begin(), m_secretFolders.end(), [&](const QString& folder) {
            const QString real = QFileInfo(folder).canonicalFilePath();
            return !real.isEmpty() && isBelow(place, real);
        });
    if (place.isEmpty() || isSecret || ::fstat(file.get(), &facts) != 0
        || !isOrdinary(facts, maxBytes)) {
        return failure(ErrorKind::FileRefused, path);
    }
    return file;
}

} // namespace zalo
