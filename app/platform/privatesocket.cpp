// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/privatesocket.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

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

//! The address of a path. One that is too long for an address is reached through its folder, for as
//! long as this lives.
class Address
{
public:
    explicit Address(const QString& path)
    {
        QByteArray name = QFile::encodeName(path);
        if (name.size() > MaxPath) {
            const QFileInfo file(path);
            m_folder.reset(::open(QFile::encodeName(file.path()).constData(),
                                  O_PATH | O_DIRECTORY | O_CLOEXEC));
            name = "/proc/self/fd/" + QByteArray::number(m_folder.get()) + '/'
                + QFile::encodeName(file.fileName());
        }
        m_address.sun_family = AF_UNIX;
        std::memcpy(m_address.sun_path, name.constData(), size_t(qMin(name.size(), MaxPath)));
    }

    [[nodiscard]] bool bind(int fd) const { return ::bind(fd, get(), sizeof m_address) == 0; }
    [[nodiscard]] bool connect(int fd) const { return ::connect(fd, get(), sizeof m_address) == 0; }

private:
    [[nodiscard]] const sockaddr* get() const
    {
        return reinterpret_cast<const sockaddr*>(&m_address);
    }

    Descriptor m_folder;
    sockaddr_un m_address {};
};

Descriptor newSocket()
{
    return Descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
}

Place lookAt(const QString& path)
{
    struct stat info
    {
    };
    if (::lstat(QFile::encodeName(path).constData(), &info) != 0) {
        return Place::Free;
    }
    if (!S_ISSOCK(info.st_mode)) {
        return Place::InUse;
    }
    const Descriptor socket = newSocket();
    const bool refused = !Address(path).connect(socket.get()) && errno == ECONNREFUSED;
    // Anything but a refusal (a full backlog, another kind of socket) has somebody behind it.
    return refused ? Place::Dead : Place::InUse;
}

} // namespace

Result<Descriptor> listenPrivately(const QString& path)
{
    switch (lookAt(path)) {
    case Place::InUse:
        return failure(ErrorKind::AddressInUse, path);
    case Place::Dead:
        QFile::remove(path);
        break;
    case Place::Free:
        break;
    }
    Descriptor socket = newSocket();
    if (::fchmod(socket.get(), S_IRUSR | S_IWUSR) != 0 || !Address(path).bind(socket.get())
        || ::listen(socket.get(), Backlog) != 0) {
        return failure(ErrorKind::FileUnwritable, path);
    }
    return socket;
}

Result<Descriptor> connectPrivately(const QString& path)
{
    Descriptor socket = newSocket();
    if (!Address(path).connect(socket.get())) {
        return failure(ErrorKind::NotRunning);
    }
    return socket;
}

} // namespace zalo
