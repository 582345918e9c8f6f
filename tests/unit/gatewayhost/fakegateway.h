// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace zalo::test {

//! What listens on a Gateway's port.
class FakeGateway
{
public:
    enum class Manner
    {
        Gateway,
        Silent,
        OtherProgram
    };

    FakeGateway()
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::readyRead, socket,
                                 [this, socket] { answer(*socket); });
            }
        });
        up();
        m_port = m_server.serverPort();
        down();
    }

    [[nodiscard]] quint16 port() const { return m_port; }
    void up() { QVERIFY(m_server.listen(QHostAddress::LocalHost, m_port)); }
    void down() { m_server.close(); }

    Manner manner = Manner::Gateway;

private:
    void answer(QTcpSocket& socket) const
    {
        const QByteArray asked = socket.readAll();
        if (manner == Manner::Silent) {
            return;
        }
        const bool isRight = asked.startsWith("GET /healthz ") && manner == Manner::Gateway;
        socket.write(isRight ? "HTTP/1.1 200 OK\r\n\r\n{\"ok\":true,\"status\":\"live\"}"
                             : "HTTP/1.1 404 Not Found\r\n\r\n");
        socket.disconnectFromHost();
    }

    QTcpServer m_server;
    quint16 m_port = 0;
};

} // namespace zalo::test
