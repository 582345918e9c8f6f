// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/privatesocket.h"

#include <QFile>
#include <QLocalServer>

#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace zalo {
namespace {

constexpr qsizetype MaxPath = sizeof(sockaddr_un::sun_path) - 1;
constexpr int Backlog = 64;

enum class Place
{
    Free,
    Dead,
    InUse
};

sockaddr_un addressOf(const QByteArray& path)
{
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    return address;
}

int newSocket()
{
    return ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
}

//! Tries to connect, without waiting: a local connect is decided at once.
Place lookAt(const QByteArray& path)
{
    struct stat info
    {
    };
    if (::lstat(path.constData(), &info) != 0) {
        return Place::Free;
    }
    if (!S_ISSOCK(info.st_mode)) {
        return Place::InUse;
    }
    const int fd = newSocket();
    const sockaddr_un address = addressOf(path);
    const bool refused =
        ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0
        && errno == ECONNREFUSED;
    ::close(fd);
    // Anything but a refusal (a full backlog, another kind of socket) has somebody behind it.
    return refused ? Place::Dead : Place::InUse;
}

//! A listening socket at `path` that is user-only from its first moment, or -1. Qt's own listen()
//! with UserAccessOption would take 106 bytes at most, less for a short name, and silently replace
//! what is there.
int bindPrivately(const QByteArray& path)
{
    const int fd = newSocket();
    const sockaddr_un address = addressOf(path);
    const bool listening = ::fchmod(fd, S_IRUSR | S_IWUSR) == 0
        && ::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0
        && ::listen(fd, Backlog) == 0;
    if (listening) {
        return fd;
    }
    ::close(fd);
    return -1;
}

} // namespace

Result<void> listenPrivately(QLocalServer& server, const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    if (name.size() > MaxPath) {
        return failure(ErrorKind::PathTooLong, path);
    }
    switch (lookAt(name)) {
    case Place::InUse:
        return failure(ErrorKind::AddressInUse, path);
    case Place::Dead:
        QLocalServer::removeServer(path);
        break;
    case Place::Free:
        break;
    }
    const int fd = bindPrivately(name);
    if (fd < 0 || !server.listen(fd)) {
        return failure(ErrorKind::FileUnwritable, path);
    }
    return {};
}

} // namespace zalo
