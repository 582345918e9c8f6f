// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/displayserver.h"

#include "platform/descriptor.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <future>
#include <netdb.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr std::chrono::seconds NetworkPatience { 3 };
constexpr int FirstPort = 6000; // display 0, by the X protocol
constexpr int LastPort = 65535;

//! True if somebody listens at the local socket `name`; one that starts with a NUL is abstract.
bool listensLocally(const QByteArray& name)
{
    sockaddr_un address {};
    if (name.isEmpty() || name.size() >= qsizetype(sizeof address.sun_path)) {
        return false;
    }
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
    // The end of an abstract name is the end of the address.
    const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + size_t(name.size())
                                  + (name.at(0) == '\0' ? 0 : 1));
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    return ::connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), length) == 0
        || errno == EAGAIN; // others are waiting there already
}

//! For a thread: waits for name servers and networks.
bool connects(const QByteArray& host, int port)
{
    addrinfo wanted {};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo(host.constData(), QByteArray::number(port).constData(), &wanted, &found)
        != 0) {
        return false;
    }
    bool isConnected = false;
    for (const addrinfo* at = found; at && !isConnected; at = at->ai_next) {
        const Descriptor socket(::socket(at->ai_family, at->ai_socktype | SOCK_CLOEXEC, 0));
        isConnected = ::connect(socket.get(), at->ai_addr, at->ai_addrlen) == 0;
    }
    ::freeaddrinfo(found);
    return isConnected;
}

bool listensOnNetwork(const QString& host, int number)
{
    const int port = FirstPort + number;
    if (port > LastPort) {
        return false;
    }
    std::promise<bool> promise;
    std::future<bool> answer = promise.get_future();
    std::thread([host = host.toLocal8Bit(), port, promise = std::move(promise)]() mutable {
        promise.set_value(connects(host, port));
    }).detach(); // one that waits for longer is left behind
    return answer.wait_for(NetworkPatience) == std::future_status::ready && answer.get();
}

//! `[host]:number[.screen]`, or the path of a socket; as libxcb reads it.
bool answersX11(const QString& name)
{
    static const QRegularExpression form(u"^(?:tcp/|unix/|inet6?/)?(.*):(\\d{1,9})(?:\\.\\d+)?$"_s);
    static const QRegularExpression screen(u"\\.\\d+$"_s);
    if (name.startsWith(u'/')) {
        return listensLocally(QFile::encodeName(name))
            || listensLocally(QFile::encodeName(QString(name).remove(screen)));
    }
    const auto match = form.match(name);
    if (!match.hasMatch()) {
        return false;
    }
    QString host = match.captured(1);
    const int number = match.captured(2).toInt();
    if (host.isEmpty() || host == u"unix" || name.startsWith(u"unix/")) {
        const QByteArray path = "/tmp/.X11-unix/X" + QByteArray::number(number);
        if (listensLocally('\0' + path) || listensLocally(path)) {
            return true;
        }
        host = u"localhost"_s;
    }
    if (host.startsWith(u'[') && host.endsWith(u']')) {
        host = host.mid(1, host.size() - 2);
    }
    return listensOnNetwork(host, number);
}

bool answersWayland(const QString& name, const QString& runtimeFolder)
{
    return listensLocally(
        QFile::encodeName(name.startsWith(u'/') ? name : QString(runtimeFolder + u'/' + name)));
}

//! True where Qt was told to draw on something that is no display (`offscreen`, `vnc`, …).
bool needsNoDisplay(const QString& platforms)
{
    const QStringList names = platforms.split(u';', Qt::SkipEmptyParts);
    return std::any_of(names.cbegin(), names.cend(), [](const QString& name) {
        return !name.startsWith(u"xcb") && !name.startsWith(u"wayland");
    });
}

} // namespace

DisplayServer findDisplayServer(const QProcessEnvironment& environment)
{
    const QString wayland = environment.value(u"WAYLAND_DISPLAY"_s);
    const QString x11 = environment.value(u"DISPLAY"_s);
    if (needsNoDisplay(environment.value(u"QT_QPA_PLATFORM"_s))
        || environment.contains(u"WAYLAND_SOCKET"_s) // a connection that is open already
        || (!wayland.isEmpty() && answersWayland(wayland, environment.value(u"XDG_RUNTIME_DIR"_s)))
        || (!x11.isEmpty() && answersX11(x11))) {
        return { DisplayServer::State::Answering, {} };
    }
    if (wayland.isEmpty() && x11.isEmpty()) {
        return {};
    }
    return { DisplayServer::State::NotAnswering, x11.isEmpty() ? wayland : x11 };
}

} // namespace zalo
