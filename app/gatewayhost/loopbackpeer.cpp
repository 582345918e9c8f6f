// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewayhost/loopbackpeer.h"

#include <QFile>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

// Columns of /proc/net/tcp.
constexpr qsizetype Local = 1;
constexpr qsizetype Remote = 2;
constexpr qsizetype User = 7;

//! 127.0.0.1 as the kernel writes it there, in the byte order of this machine.
QByteArray endpoint(quint16 port)
{
    const bool isLittle = Q_BYTE_ORDER == Q_LITTLE_ENDIAN;
    return (isLittle ? QByteArray("0100007F:") : QByteArray("7F000001:"))
        + QByteArray::number(port, 16).toUpper().rightJustified(4, '0');
}

} // namespace

std::optional<uid_t> loopbackPeer(const QTcpSocket& socket)
{
    QFile table(u"/proc/net/tcp"_s);
    if (!table.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QByteArray theirs = endpoint(socket.peerPort());
    const QByteArray ours = endpoint(socket.localPort());
    const QList<QByteArray> rows = table.readAll().split('\n');
    for (const QByteArray& row : rows) {
        const QList<QByteArray> columns = row.simplified().split(' ');
        if (columns.size() > User && columns[Local] == theirs && columns[Remote] == ours) {
            bool isNumber = false;
            const uint user = columns[User].toUInt(&isNumber);
            return isNumber ? std::optional<uid_t>(user) : std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace zalo
