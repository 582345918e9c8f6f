// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/privatefolder.h"

#include "platform/descriptor.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace zalo {
namespace {

constexpr mode_t PrivateMode = 0700;

Result<void> createFolders(const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat info
    {
    };
    if (::lstat(name.constData(), &info) == 0) {
        return {};
    }
    const QString parent = QFileInfo(path).path();
    if (parent != path) {
        if (auto made = createFolders(parent); !made) {
            return made;
        }
    }
    if (::mkdir(name.constData(), PrivateMode) != 0) {
        // Another process may have been quicker; whose folder it is will be seen.
        return errno == EEXIST ? Result<void> {} : failure(ErrorKind::FileUnwritable, path);
    }
    // The umask may have taken bits of ours away.
    ::chmod(name.constData(), PrivateMode);
    return {};
}

//! A folder that carries our name, or lies in one that does. Any other may serve others too (/tmp,
//! /run, a home): closing it would break them.
bool carriesOurName(const QString& path)
{
    return path.split(u'/').contains(QLatin1String("zalo-companion"));
}

} // namespace

Result<void> ensurePrivateFolder(const QString& path, uid_t us)
{
    // Without the slash at its end: with one, the system would follow a link in the last place.
    const QString clean = QDir::cleanPath(path);
    if (auto made = createFolders(clean); !made) {
        return made;
    }
    // Everything is asked of one descriptor, so that nothing can be exchanged in between.
    const Descriptor folder(::open(QFile::encodeName(clean).constData(),
                                   O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    struct stat info
    {
    };
    if (folder.get() < 0) {
        // A folder of ours without the right to read is still to be told from somebody else's.
        if (errno != EACCES || ::lstat(QFile::encodeName(clean).constData(), &info) != 0
            || info.st_uid != us) {
            return failure(ErrorKind::FolderNotOurs, clean);
        }
        return failure(ErrorKind::FolderNotPrivate, clean);
    }
    if (::fstat(folder.get(), &info) != 0 || info.st_uid != us) {
        return failure(ErrorKind::FolderNotOurs, clean);
    }
    if ((info.st_mode & 07777) == PrivateMode) {
        return {};
    }
    if (!carriesOurName(clean) || ::fchmod(folder.get(), PrivateMode) != 0) {
        return failure(ErrorKind::FolderNotPrivate, clean);
    }
    return {};
}

Result<void> emptyFolder(const QString& path, const QString& kept)
{
    Result<void> done;
    const auto entries = QDir(path).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System
                                                  | QDir::NoDotAndDotDot);
    for (const QFileInfo& entry : entries) {
        if (entry.fileName() == kept) {
            continue;
        }
        const QString name = entry.filePath();
        const bool isFolder = entry.isDir() && !entry.isSymLink();
        if (!(isFolder ? QDir(name).removeRecursively() : QFile::remove(name))) {
            done = failure(ErrorKind::FileUnwritable, name);
        }
    }
    return done;
}

} // namespace zalo
