// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "controlserver.h"

#include "files.h"

#include <QFile>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QPointer>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace zalo::sim {

ControlServer::ControlServer(const Home& home, const QString& kind, const QString& profile,
                             Handler handler)
    : m_folder(home.controlFolder()),
      m_name(kind + u'.' + profile + u'.' + QString::number(::getpid())),
      m_handler(std::move(handler))
{ }

ControlServer::~ControlServer()
{
    setReady(false);
    m_server.close();
    if (m_folderHandle >= 0) {
        ::close(m_folderHandle);
    }
}

bool ControlServer::start()
{
    // A socket's path may have 107 bytes; through the open folder it stays short.
    m_folderHandle = ::open(QFile::encodeName(m_folder).constData(), O_PATH | O_CLOEXEC);
    connect(&m_server, &QLocalServer::newConnection, this, &ControlServer::accept);
    QFile::remove(m_folder + u'/' + m_name + u".sock"_s);
    return m_server.listen(u"/proc/self/fd/%1/%2.sock"_s.arg(m_folderHandle).arg(m_name));
}

void ControlServer::setReady(bool ready)
{
    const QString marker = m_folder + u'/' + m_name + u".ready"_s;
    if (ready) {
        writeBytes(marker, "1");
    } else {
        QFile::remove(marker);
    }
}

void ControlServer::accept()
{
    while (QLocalSocket* client = m_server.nextPendingConnection()) {
        connect(client, &QLocalSocket::readyRead, this, [this, client] { read(client); });
        connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
    }
}

void ControlServer::read(QLocalSocket* client)
{
    while (client->canReadLine()) {
        const QJsonObject request = QJsonDocument::fromJson(client->readLine()).object();
        m_handler(request, [client = QPointer(client)](const QJsonObject& answer) {
            if (client) {
                client->write(QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n');
                // The process may be about to end.
                client->flush();
            }
        });
    }
}

} // namespace zalo::sim
