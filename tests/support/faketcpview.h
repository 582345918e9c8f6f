// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "platform/tcpview.h"

#include <algorithm>
#include <memory>

namespace zalo::test {

//! What a FakeTcpView tells; the test changes it.
struct FakeConnections
{
    QList<TcpConnection> connections;
    std::optional<TcpUnknown> unknown; //!< nothing is known, because of this
    int questions = 0;

    //! Adds one that was just heard of.
    TcpConnection& add(const QByteArray& key)
    {
        TcpConnection connection;
        connection.key = key;
        connection.isEstablished = true;
        connections.append(connection);
        return connections.last();
    }
};

//! A kernel that knows what the test says, of any process.
class FakeTcpView final : public TcpView
{
public:
    explicit FakeTcpView(std::shared_ptr<FakeConnections> told)
        : m_told(std::move(told))
    { }

    [[nodiscard]] TcpAnswer<QList<TcpConnection>> connectionsOf(qint64) const override
    {
        ++m_told->questions;
        if (m_told->unknown) {
            return tl::unexpected(*m_told->unknown);
        }
        return m_told->connections;
    }

    [[nodiscard]] TcpAnswer<std::optional<TcpConnection>>
    look(const TcpConnection& connection) const override
    {
        ++m_told->questions;
        if (m_told->unknown) {
            return tl::unexpected(*m_told->unknown);
        }
        const auto& all = m_told->connections;
        const auto found = std::find_if(all.cbegin(), all.cend(), [&](const TcpConnection& one) {
            return one.key == connection.key;
        });
        return found == all.cend() ? std::nullopt : std::optional(*found);
    }

private:
    std::shared_ptr<FakeConnections> m_told;
};

//! A kernel that cannot tell, as on a system without sock_diag.
inline std::unique_ptr<TcpView> blindTcpView()
{
    auto told = std::make_shared<FakeConnections>();
    told->unknown = TcpUnknown::NoDiagnostics;
    return std::make_unique<FakeTcpView>(told);
}

} // namespace zalo::test
