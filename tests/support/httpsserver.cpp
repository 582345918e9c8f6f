// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "httpsserver.h"

#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace zalo::test {

bool HttpsServer::start(const QHostAddress& address)
{
    const QString key = m_folder.filePath(u"key.pem"_s);
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  { u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                    u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                    u"/CN=test"_s, u"-addext"_s,
                    u"subjectAltName=DNS:*.zdn.vn,DNS:*.zadn.vn,DNS:*.flchat.vn"_s, u"-keyout"_s,
                    key, u"-out"_s, caFile() });
    if (!openssl.waitForFinished() || openssl.exitCode() != 0) {
        return false;
    }
    QFile keyFile(key);
    QFile certificate(caFile());
    if (!keyFile.open(QFile::ReadOnly) || !certificate.open(QFile::ReadOnly)) {
        return false;
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
    configuration.setLocalCertificate(QSslCertificate(&certificate));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    setSslConfiguration(configuration);
    connect(this, &QSslServer::startedEncryptionHandshake, this, [this] { ++connections; });
    connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (auto* socket = qobject_cast<QSslSocket*>(nextPendingConnection())) {
            connect(socket, &QSslSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
            read(socket);
        }
    });
    return listen(address);
}

QString HttpsServer::caFile() const
{
    return m_folder.filePath(u"ca.pem"_s);
}

QString HttpsServer::address(const QString& path, const QString& host) const
{
    return u"https://%1:%2/%3"_s.arg(host).arg(serverPort()).arg(path);
}

QByteArrayList HttpsServer::resolved(const QByteArray& addresses) const
{
    QByteArrayList entries;
    for (const char* host : { "f1.zdn.vn", "s120-ava-talk.zadn.vn", "f2.flchat.vn" }) {
        entries << QByteArray(host) + ':' + QByteArray::number(serverPort()) + ':' + addresses;
    }
    return entries;
}

HttpsServer::Answer HttpsServer::ok(const QByteArray& body, const QByteArray& headers)
{
    return [body, headers](QSslSocket* socket, const QByteArray&) {
        socket->write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
                      + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body);
        socket->disconnectFromHost();
    };
}

HttpsServer::Answer HttpsServer::redirect(const QString& to)
{
    return [to](QSslSocket* socket, const QByteArray&) {
        socket->write("HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 6\r\nLocation: "
                      + to.toUtf8() + "\r\n\r\nthere\n");
        socket->disconnectFromHost();
    };
}

HttpsServer::Answer HttpsServer::endless(const QByteArray& begin, const QByteArray& again)
{
    return [begin, again](QSslSocket* socket, const QByteArray&) {
        const auto more = [socket, again] {
            while (socket->isOpen()
                   && socket->encryptedBytesToWrite() + socket->bytesToWrite() < 1024 * 1024) {
                socket->write(again);
            }
        };
        connect(socket, &QSslSocket::encryptedBytesWritten, socket, more);
        socket->write(begin);
        more();
    };
}

HttpsServer::Answer HttpsServer::stalled(const QByteArray& begin)
{
    return [begin](QSslSocket* socket, const QByteArray&) {
        if (!begin.isEmpty()) {
            socket->write(begin);
        }
    };
}

void HttpsServer::read(QSslSocket* socket)
{
    QByteArray request = socket->property("request").toByteArray() + socket->readAll();
    socket->setProperty("request", request);
    if (!request.endsWith("\r\n\r\n")) {
        return;
    }
    asked << request;
    const auto answer = answers.find(request.split(' ').value(1).mid(1));
    if (answer != answers.end()) {
        answer->second(socket, request);
    } else {
        socket->write("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        socket->disconnectFromHost();
    }
}

} // namespace zalo::test
