// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>

#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace zalo::test {

//! What may stand where a program keeps a small file.
enum class OddFile
{
    Fifo, //!< a reader waits for its writer
    Folder,
    LinkToDevice, //!< to zeros without end; takes root's rights
    Sparse //!< 1 GiB
};

inline constexpr std::array OddFiles { std::pair { OddFile::Fifo, "FIFO" },
                                       std::pair { OddFile::Folder, "folder" },
                                       std::pair { OddFile::LinkToDevice, "link to a device" },
                                       std::pair { OddFile::Sparse, "1 GiB" } };

//! Puts it in the place of what is there; the folder is made.
inline void putOddFile(const QString& path, OddFile odd)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile::remove(path);
    QFile file(path);
    bool isDone = false;
    switch (odd) {
    case OddFile::Fifo:
        isDone = ::mkfifo(QFile::encodeName(path).constData(), 0600) == 0;
        break;
    case OddFile::Folder:
        isDone = QDir().mkdir(path);
        break;
    case OddFile::LinkToDevice:
        // A node of its own: what follows the link and writes must not meet the machine's.
        isDone =
            ::mknod(QFile::encodeName(path + u".zero").constData(), S_IFCHR | 0600, ::makedev(1, 5))
                == 0
            && QFile::link(path + u".zero", path);
        break;
    case OddFile::Sparse:
        isDone = file.open(QIODevice::WriteOnly) && file.resize(qint64(1) << 30);
        break;
    }
    if (!isDone) {
        qFatal("nothing could be put at %s", qPrintable(path));
    }
}

} // namespace zalo::test

Q_DECLARE_METATYPE(zalo::test::OddFile)
