// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

#include <tl/expected.hpp>

#include <algorithm>
#include <chrono>
#include <optional>

namespace zalo {

//! What the kernel knows of one TCP connection (`struct tcp_info`, which `ss -ti` prints).
struct TcpConnection
{
    QByteArray key; //!< names it, and no later one on the same addresses
    quint16 remotePort = 0;
    bool isEstablished = false; //!< in both directions; false once either end has closed it
    std::chrono::milliseconds sinceAck { 0 }; //!< since the last acknowledgement came
    std::chrono::milliseconds sinceData { 0 }; //!< since the last data came
    quint32 waitingBytes = 0; //!< written by the process, not acknowledged by the other end
    int unacked = 0; //!< segments under way
    int retransmits = 0; //!< in vain, of the oldest of them
    int backoff = 0; //!< how often the pause between them was doubled

    //! Since the other end was last heard of. Data in a row carry no new acknowledgement.
    [[nodiscard]] std::chrono::milliseconds sinceHeard() const
    {
        return std::min(sinceAck, sinceData);
    }
};

//! Why nothing can be said about a process's connections.
enum class TcpUnknown
{
    NoDiagnostics, //!< the kernel has no sock_diag, or may not be asked
    NoProcess,
    NoPermission //!< the process is another user's
};

template <typename T> using TcpAnswer = tl::expected<T, TcpUnknown>;

//! The connections of processes of this user, as the kernel sees them: netlink `sock_diag` and
//! `/proc`, which take no rights. Nothing waits: the kernel answers within the call.
class TcpView
{
public:
    TcpView() = default;
    virtual ~TcpView() = default;
    TcpView(const TcpView&) = delete;
    TcpView& operator=(const TcpView&) = delete;

    //! The established connections of a process and of what it has started: zca may be a script
    //! around the program. IPv4 and IPv6; empty where it has none.
    [[nodiscard]] virtual TcpAnswer<QList<TcpConnection>> connectionsOf(qint64 pid) const = 0;

    //! The same connection now; nothing when it is gone.
    [[nodiscard]] virtual TcpAnswer<std::optional<TcpConnection>>
    look(const TcpConnection& connection) const = 0;
};

//! The one of this machine.
class KernelTcpView final : public TcpView
{
public:
    [[nodiscard]] TcpAnswer<QList<TcpConnection>> connectionsOf(qint64 pid) const override;
    [[nodiscard]] TcpAnswer<std::optional<TcpConnection>>
    look(const TcpConnection& connection) const override;
};

} // namespace zalo
