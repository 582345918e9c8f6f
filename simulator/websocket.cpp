// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "websocket.h"

#include <utility>

#include <linux/filter.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace zalo::sim {

namespace {

void closeSocket(int& socket)
{
    if (socket >= 0) {
        ::close(std::exchange(socket, -1));
    }
}

} // namespace

Websocket::Websocket()
{
    connect(&m_ping, &QTimer::timeout, this, &Websocket::stir);
}

Websocket::~Websocket()
{
    close();
}

bool Websocket::open(int pingInterval)
{
    close();
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* const name = reinterpret_cast<sockaddr*>(&address);
    m_server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(m_server, name, length) != 0 || ::listen(m_server, 1) != 0
        || ::getsockname(m_server, name, &length) != 0 || ::connect(m_socket, name, length) != 0) {
        return false;
    }
    m_ping.start(pingInterval);
    return true;
}

void Websocket::close()
{
    m_ping.stop();
    closeSocket(m_socket);
    closeSocket(m_server);
    m_isSilent = false;
}

void Websocket::stir()
{
    // Never read: after tens of thousands the other end would be full, and the pings end.
    [[maybe_unused]] const auto sent = ::send(m_socket, "", 1, MSG_DONTWAIT | MSG_NOSIGNAL);
}

void Websocket::fallSilent()
{
    sock_filter nothing { BPF_RET | BPF_K, 0, 0, 0 };
    const sock_fprog program { 1, &nothing };
    m_isSilent =
        ::setsockopt(m_socket, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program) == 0;
}

} // namespace zalo::sim
