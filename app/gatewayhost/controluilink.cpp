// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewayhost/controluilink.h"

#include "core/singleline.h"
#include "gatewayhost/loopbackpeer.h"
#include "gatewaysetup/openclawcommand.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTcpSocket>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr qint64 MaxRequest = 16 << 10;
constexpr int MaxVisitors = 8;
constexpr int NameWords = 8;
constexpr qsizetype MaxReason = 300;

QByteArray secretPath()
{
    QList<quint32> words(NameWords);
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return '/'
        + QByteArray(reinterpret_cast<const char*>(words.constData()),
                     words.size() * qsizetype(sizeof(quint32)))
              .toHex();
}

QByteArray response(const QByteArray& status, const QByteArray& more = {})
{
    return "HTTP/1.1 " + status
        + "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
          "Content-Length: 0\r\nConnection: close\r\n"
        + more + "\r\n";
}

} // namespace

Result<QUrl> controlUiAddress(const OpenClawOutput& output)
{
    const QJsonObject answer = QJsonDocument::fromJson(output.out).object();
    const QUrl address(answer[u"browserUrl"_s].toString(), QUrl::StrictMode);
    if (address.isValid() && (address.scheme() == u"http" || address.scheme() == u"https")) {
        return address;
    }
    // Of the rest of its output nothing is shown: it has a token in it.
    const QString reason = singleLine(answer[u"reason"_s].toString()).left(MaxReason);
    return failure(ErrorKind::OpenClawFailed,
                   reason.isEmpty() ? u"exit status %1"_s.arg(output.exitCode) : reason);
}

ControlUiLink::ControlUiLink(const Timing& timing, QObject* parent)
    : QObject(parent)
{
    m_server.setMaxPendingConnections(MaxVisitors);
    m_life.setSingleShot(true);
    m_life.setInterval(timing.controlUiLink);
    connect(&m_life, &QTimer::timeout, this, &ControlUiLink::close);
    connect(&m_server, &QTcpServer::newConnection, this, &ControlUiLink::accept);
}

Result<QUrl> ControlUiLink::offer(const QUrl& target)
{
    close();
    if (!m_server.listen(QHostAddress::LocalHost)) {
        return failure(ErrorKind::OpenClawFailed, m_server.errorString());
    }
    m_path = secretPath();
    m_target = target.toEncoded();
    m_life.start();
    QUrl link;
    link.setScheme(u"http"_s);
    link.setHost(u"127.0.0.1"_s);
    link.setPort(m_server.serverPort());
    link.setPath(QString::fromLatin1(m_path));
    return link;
}

void ControlUiLink::close()
{
    m_life.stop();
    m_server.close();
    m_target.clear();
}

void ControlUiLink::accept()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        socket->setReadBufferSize(MaxRequest);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(*socket); });
    }
}

void ControlUiLink::answer(QTcpSocket& socket)
{
    if (!socket.canReadLine()) {
        if (socket.bytesAvailable() >= MaxRequest) {
            socket.abort();
        }
        return;
    }
    const QByteArray asked = socket.readLine(MaxRequest);
    socket.disconnect(this);
    const QByteArray right = "GET " + m_path + ' ';
    const bool isRight = !m_target.isEmpty() && asked.startsWith(right);
    if (!isRight || loopbackPeer(socket) != ::geteuid()) {
        socket.write(response("404 Not Found"));
    } else {
        socket.write(response("302 Found", "Location: " + m_target + "\r\n"));
        close();
    }
    socket.disconnectFromHost();
}

} // namespace zalo
