// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/singleinstance.h"

#include "core/logging.h"
#include "platform/peercredentials.h"
#include "platform/privatesocket.h"

#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

QString lockFile(const QString& runFolder)
{
    return runFolder + u"/instance.lock"_s;
}

Error alreadyRunning(const QLockFile& lock)
{
    qint64 pid = 0;
    QString host;
    QString program;
    lock.getLockInfo(&pid, &host, &program);
    return { ErrorKind::AlreadyRunning, QString::number(pid) };
}

} // namespace

SingleInstance::SingleInstance(const QString& runFolder, uid_t us, QObject* parent)
    : QObject(parent),
      m_runFolder(runFolder),
      m_us(us),
      m_lock(lockFile(runFolder))
{
    // A lock is never too old: only the end of its process makes it worthless.
    m_lock.setStaleLockTime(0);
}

SingleInstance::~SingleInstance()
{
    release();
}

Result<void> SingleInstance::start()
{
    if (!m_lock.tryLock(0)) {
        if (m_lock.error() == QLockFile::LockFailedError) {
            return tl::unexpected(alreadyRunning(m_lock));
        }
        return failure(ErrorKind::FileUnwritable, lockFile(m_runFolder));
    }
    auto listening = listenPrivately(m_server, controlSocket(m_runFolder));
    if (!listening) {
        m_lock.unlock();
    }
    return listening;
}

void SingleInstance::serve()
{
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::acceptConnections);
    acceptConnections();
}

void SingleInstance::release()
{
    m_server.close();
    m_lock.unlock();
}

QString SingleInstance::controlSocket(const QString& runFolder)
{
    return runFolder + u"/instance.sock"_s;
}

void SingleInstance::acceptConnections()
{
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        const auto peer = peerCredentials(*socket);
        if (!peer || peer->uid != m_us) {
            qCWarning(lcPlatform) << "refused a control connection of another user";
            socket->abort();
            socket->deleteLater();
            continue;
        }
        // Ownership goes to the receiver; a socket nobody takes must not stay behind with the
        // server.
        socket->setParent(nullptr);
        emit connected(socket);
    }
}

} // namespace zalo
