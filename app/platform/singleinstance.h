// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <sys/types.h>
#include <unistd.h>

class QLocalSocket;

namespace zalo {

//! One companion for each run folder: a lock file, and a control socket beside the bridge's socket
//! through which a second launch talks to the first.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    //! `runFolder` is private already (ensurePrivateFolder). `us`: the uid whose connections are
    //! taken.
    explicit SingleInstance(const QString& runFolder, uid_t us = geteuid(),
                            QObject* parent = nullptr);
    ~SingleInstance() override;

    //! Takes the lock, then listens. AlreadyRunning (detail: the process id) when another instance
    //! lives; a lock whose process is gone counts for nothing. Otherwise as listenPrivately().
    [[nodiscard]] Result<void> start();

    //! From now on connected() tells of connections, of those too that have waited since start().
    void serve();

    //! Gives up socket and lock, so that a waiting instance can take over.
    void release();

    //! `<runFolder>/instance.sock`
    [[nodiscard]] static QString controlSocket(const QString& runFolder);

signals:
    //! A process of ours connected to the control socket. The receiver owns the socket.
    void connected(QLocalSocket* socket);

private:
    void acceptConnections();

    QString m_runFolder;
    uid_t m_us;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace zalo
