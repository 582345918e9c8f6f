// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The least that a Qt program with a local socket can be: what the companion is compared with.
//   bareecho SOCKET RESULT
// Answers each line with that JSON-RPC result, the line's own id in it, and reads nothing else of
// it: the client has the same to read from both. Prints a line once it listens.

#include <QCoreApplication>
#include <QLocalServer>
#include <QLocalSocket>

#include <cstdio>

namespace {

void answer(QLocalSocket* socket, const QByteArray& result)
{
    while (socket->canReadLine()) {
        const QByteArray line = socket->readLine();
        const qsizetype from = line.indexOf("\"id\":") + 5;
        qsizetype to = from;
        while (to < line.size() && line[to] >= '0' && line[to] <= '9') {
            ++to;
        }
        socket->write("{\"jsonrpc\":\"2.0\",\"id\":" + line.mid(from, to - from)
                      + ",\"result\":" + result + "}\n");
        socket->flush();
    }
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 3) {
        return 2;
    }
    const QByteArray result = words[2].toUtf8();
    QLocalServer server;
    QObject::connect(&server, &QLocalServer::newConnection, &server, [&server, &result] {
        QLocalSocket* socket = server.nextPendingConnection();
        QObject::connect(socket, &QLocalSocket::readyRead, socket,
                         [socket, &result] { answer(socket, result); });
        QObject::connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    });
    if (!server.listen(words[1])) {
        return 1;
    }
    std::puts("listening");
    std::fflush(stdout);
    return QCoreApplication::exec();
}
