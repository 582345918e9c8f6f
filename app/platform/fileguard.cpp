// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/fileguard.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

//! Where the kernel tells of itself and of other processes: to read may wait, or give keys away.
const std::array KernelFolders { "/proc"_L1, "/sys"_L1 };

bool isBelow(const QString& path, QStringView folder)
{
    return path == folder || (path.startsWith(folder) && path.at(folder.size()) == u'/');
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
{ }

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
    const auto holdsIt = [&place](QStringView folder) { return isBelow(place, folder); };
    const bool isSecret =
        std::any_of(KernelFolders.begin(), KernelFolders.end(),
                    [&](QLatin1StringView folder) { return holdsIt(QString(folder)); })
        || std::any_of(m_secretFolders.begin(), m_secretFolders.end(), [&](const QString& folder) {
               const QString real = QFileInfo(folder).canonicalFilePath();
               return !real.isEmpty() && holdsIt(real);
           });
    if (place.isEmpty() || isSecret || ::fstat(file.get(), &facts) != 0
        || !isOrdinary(facts, maxBytes)) {
        return failure(ErrorKind::FileRefused, path);
    }
    return file;
}

} // namespace zalo
