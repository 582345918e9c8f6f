// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/tcpview.h"

#include "platform/descriptor.h"
#include "platform/processsockets.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace zalo {
namespace {

constexpr quint8 Established = 1; // include/net/tcp_states.h; not among the kernel's headers for us
constexpr int MaxReads = 1'024; // of a list of all of a machine's connections

//! One socket as the kernel described it.
struct Described
{
    TcpConnection connection;
    quint32 inode = 0;
};

//! What names a connection in a question.
struct Key
{
    quint8 family = 0;
    inet_diag_sockid id {};
};

QByteArray toBytes(quint8 family, const inet_diag_sockid& id)
{
    QByteArray bytes(1, char(family));
    return bytes.append(reinterpret_cast<const char*>(&id), sizeof id);
}

std::optional<Key> toKey(const QByteArray& bytes)
{
    Key key;
    if (bytes.size() != 1 + qsizetype(sizeof key.id)) {
        return {};
    }
    key.family = quint8(bytes.front());
    std::memcpy(&key.id, bytes.constData() + 1, sizeof key.id);
    return key;
}

//! The value that stands there in what the kernel wrote; zeros where that is shorter.
template <typename T> T valueAt(QByteArrayView bytes, qsizetype offset)
{
    T value {};
    if (offset < bytes.size()) {
        const QByteArrayView from = bytes.sliced(offset);
        std::memcpy(&value, from.data(), std::min(sizeof value, std::size_t(from.size())));
    }
    return value;
}

//! `bytes` after the first `length` and what they are padded with.
QByteArrayView after(QByteArrayView bytes, qsizetype length)
{
    static_assert(NLMSG_ALIGNTO == RTA_ALIGNTO);
    return bytes.sliced(std::min(bytes.size(), qsizetype(NLMSG_ALIGN(length))));
}

Described described(QByteArrayView message)
{
    const auto socket = valueAt<inet_diag_msg>(message, 0);
    Described out;
    out.inode = socket.idiag_inode;
    out.connection.key = toBytes(socket.idiag_family, socket.id);
    out.connection.remotePort = qFromBigEndian(socket.id.idiag_dport);
    out.connection.isEstablished = socket.idiag_state == Established;
    out.connection.waitingBytes = socket.idiag_wqueue;
    for (QByteArrayView rest = after(message, sizeof socket);
         rest.size() >= qsizetype(sizeof(rtattr));) {
        const auto attribute = valueAt<rtattr>(rest, 0);
        const qsizetype length = std::max<qsizetype>(attribute.rta_len, sizeof attribute);
        if (attribute.rta_type == INET_DIAG_INFO && length <= rest.size()) {
            // An older kernel's is shorter.
            const auto info = valueAt<tcp_info>(rest.first(length), sizeof attribute);
            out.connection.sinceAck = std::chrono::milliseconds(info.tcpi_last_ack_recv);
            out.connection.sinceData = std::chrono::milliseconds(info.tcpi_last_data_recv);
            out.connection.unacked = int(info.tcpi_unacked);
            out.connection.retransmits = info.tcpi_retransmits;
            out.connection.backoff = info.tcpi_backoff;
        }
        rest = after(rest, length);
    }
    return out;
}

//! A socket to the kernel's sock_diag. Questions are answered while they are asked.
class SockDiag
{
public:
    SockDiag()
        : m_socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_SOCK_DIAG))
    { }

    //! The sockets that `key` names, or all established ones of its family; nothing where the
    //! kernel does not answer. `error`: the kernel's, when it has none.
    [[nodiscard]] std::optional<QList<Described>> ask(const Key& key, bool all, int* error) const
    {
        struct
        {
            nlmsghdr header;
            inet_diag_req_v2 request;
        } question {};
        question.header.nlmsg_len = sizeof question;
        question.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
        question.header.nlmsg_flags = quint16(NLM_F_REQUEST | (all ? NLM_F_DUMP : 0));
        question.request.sdiag_family = key.family;
        question.request.sdiag_protocol = IPPROTO_TCP;
        question.request.idiag_ext = 1 << (INET_DIAG_INFO - 1);
        question.request.idiag_states = 1U << Established;
        question.request.id = key.id;
        *error = EIO;
        if (::send(m_socket.get(), &question, sizeof question, 0) != ssize_t(sizeof question)) {
            return {};
        }
        return answer(all, error);
    }

private:
    [[nodiscard]] std::optional<QList<Described>> answer(bool all, int* error) const
    {
        std::array<char, 32'768> buffer {};
        QList<Described> sockets;
        for (int read = 0; read < MaxReads; ++read) {
            const ssize_t size = ::recv(m_socket.get(), buffer.data(), buffer.size(), 0);
            if (size <= 0) {
                return {};
            }
            for (QByteArrayView rest(buffer.data(), size); rest.size() >= NLMSG_HDRLEN;) {
                const auto header = valueAt<nlmsghdr>(rest, 0);
                const qsizetype length = header.nlmsg_len;
                if (length < NLMSG_HDRLEN || length > rest.size()) {
                    return {};
                }
                const QByteArrayView message = rest.first(length).sliced(NLMSG_HDRLEN);
                if (header.nlmsg_type == NLMSG_DONE) {
                    return sockets;
                }
                if (header.nlmsg_type == NLMSG_ERROR) {
                    *error = -valueAt<nlmsgerr>(message, 0).error;
                    return {};
                }
                if (message.size() >= qsizetype(sizeof(inet_diag_msg))) {
                    sockets << described(message);
                }
                rest = after(rest, length);
            }
            if (!all) {
                return sockets;
            }
        }
        return {};
    }

    Descriptor m_socket;
};

} // namespace

TcpAnswer<QList<TcpConnection>> KernelTcpView::connectionsOf(qint64 pid) const
{
    const TcpAnswer<QSet<quint32>> inodes = socketsOf(pid);
    if (!inodes) {
        return tl::unexpected(inodes.error());
    }
    QList<TcpConnection> found;
    bool hasAnswered = false;
    for (const quint8 family : { AF_INET, AF_INET6 }) { // a kernel may have one of them
        int error = 0;
        const auto sockets = SockDiag().ask({ family, {} }, true, &error);
        hasAnswered |= sockets.has_value();
        for (const Described& socket : sockets.value_or(QList<Described>())) {
            if (inodes->contains(socket.inode)) {
                found << socket.connection;
            }
        }
    }
    if (!hasAnswered) {
        return tl::unexpected(TcpUnknown::NoDiagnostics);
    }
    return found;
}

TcpAnswer<std::optional<TcpConnection>> KernelTcpView::look(const TcpConnection& connection) const
{
    const std::optional<Key> key = toKey(connection.key);
    int error = EIO;
    const auto sockets =
        key ? SockDiag().ask(*key, false, &error) : std::optional<QList<Described>>();
    if (sockets && !sockets->isEmpty()) {
        return sockets->first().connection;
    }
    // ESTALE: another connection has its addresses by now.
    if (sockets || error == ENOENT || error == ESTALE) {
        return std::nullopt;
    }
    return tl::unexpected(TcpUnknown::NoDiagnostics);
}

} // namespace zalo
