// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/processsockets.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <memory>

#include <dirent.h>
#include <unistd.h>

namespace zalo {
namespace {

constexpr qsizetype MaxProcesses = 64; // of one zca
constexpr qsizetype MaxSockets = 65'536;

struct CloseFolder
{
    void operator()(DIR* folder) const { ::closedir(folder); }
};

//! Adds the sockets of one process; 0, or the error.
int addSockets(const QByteArray& process, QSet<quint32>& inodes)
{
    const QByteArray path = "/proc/" + process + "/fd";
    const std::unique_ptr<DIR, CloseFolder> folder(::opendir(path.constData()));
    if (!folder) {
        return errno;
    }
    std::array<char, 64> target {};
    while (const dirent* entry = ::readdir(folder.get())) {
        const ssize_t length =
            ::readlinkat(::dirfd(folder.get()), entry->d_name, target.data(), target.size());
        const QByteArrayView link(target.data(), std::max<ssize_t>(length, 0));
        if (link.startsWith("socket:[") && link.endsWith(']') && inodes.size() < MaxSockets) {
            inodes.insert(link.sliced(8).chopped(1).toUInt());
        }
    }
    return 0;
}

//! What the process's main thread has started; all of Node's children are.
QList<QByteArray> childrenOf(const QByteArray& process)
{
    QFile file(QString::fromLatin1("/proc/" + process + "/task/" + process + "/children"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().simplified().split(' ')
                                          : QList<QByteArray>();
}

} // namespace

TcpAnswer<QSet<quint32>> socketsOf(qint64 pid)
{
    QSet<quint32> inodes;
    QList<QByteArray> processes { QByteArray::number(pid) };
    for (qsizetype i = 0; i < processes.size(); ++i) {
        const QByteArray process = processes.at(i);
        const int error = addSockets(process, inodes);
        if (error != 0 && i == 0) {
            return tl::unexpected(error == EACCES || error == EPERM ? TcpUnknown::NoPermission
                                                                    : TcpUnknown::NoProcess);
        }
        const QList<QByteArray> children = childrenOf(process);
        for (const QByteArray& child : children) {
            if (!child.isEmpty() && processes.size() < MaxProcesses) {
                processes << child;
            }
        }
    }
    return inodes;
}

} // namespace zalo
