// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "peers.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

constexpr int AnswerTimeoutMs = 30'000;

//! A process that was killed and not reaped yet is a zombie: it has an id, and nothing else.
bool isAlive(qint64 pid)
{
    QFile status(u"/proc/%1/stat"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QByteArray text = status.readAll(); // "pid (name) state …", the name may hold anything
    return text.mid(text.lastIndexOf(')') + 2, 1) != "Z";
}

} // namespace

QList<Peer> findPeers(const Home& home, const QString& kind, const QString& profile)
{
    const QDir folder(home.controlFolder());
    QList<Peer> peers;
    const QStringList sockets =
        folder.entryList({ u"*.sock"_s }, QDir::System | QDir::Files, QDir::Time | QDir::Reversed);
    for (const QString& socket : sockets) {
        const QStringList parts = socket.split(u'.');
        if (parts.size() != 4) {
            continue;
        }
        Peer peer { parts[0], parts[1], parts[2].toLongLong(), false, socket.chopped(5) };
        const QString marker = peer.name + u".ready"_s;
        if (!isAlive(peer.pid)) {
            // Killed before it could clean up.
            QFile::remove(folder.filePath(socket));
            QFile::remove(folder.filePath(marker));
            continue;
        }
        peer.ready = folder.exists(marker);
        if ((kind.isEmpty() || kind == peer.kind)
            && (profile.isEmpty() || profile == peer.profile)) {
            peers.append(peer);
        }
    }
    return peers;
}

PeerConnection::PeerConnection(const Home& home, const Peer& peer)
    : m_folderHandle(
        ::open(QFile::encodeName(home.controlFolder()).constData(), O_PATH | O_CLOEXEC))
{
    // The folder's handle keeps the path short enough for a socket.
    m_socket.connectToServer(u"/proc/self/fd/%1/%2.sock"_s.arg(m_folderHandle).arg(peer.name));
}

PeerConnection::~PeerConnection()
{
    ::close(m_folderHandle);
}

std::optional<QJsonObject> PeerConnection::ask(const QJsonObject& request)
{
    notify(request);
    while (!m_socket.canReadLine()) {
        if (!m_socket.waitForReadyRead(AnswerTimeoutMs)) {
            return {};
        }
    }
    return QJsonDocument::fromJson(m_socket.readLine()).object();
}

void PeerConnection::notify(const QJsonObject& request)
{
    m_socket.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    m_socket.waitForBytesWritten(AnswerTimeoutMs);
}

} // namespace zalo::sim
