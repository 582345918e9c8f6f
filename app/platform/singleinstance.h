// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/timing.h"
#include "platform/instancelock.h"
#include "platform/listeningsocket.h"
#include "platform/socketaddress.h"

#include <QObject>

#include <sys/types.h>
#include <unistd.h>

class QLocalSocket;

namespace zalo {

//! One companion for each data folder (InstanceLock), and the control socket through which a second
//! launch and the terminal commands talk to it (OwnerConnection).
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    //! `dataFolder` is private already (ensurePrivateFolder). The control socket lies beside
    //! `bridge`, or in the data folder where that folder cannot be used. `us`: the uid whose
    //! connections are taken.
    SingleInstance(const QString& dataFolder, const SocketAddress& bridge, Timing::ms checkInterval,
                   uid_t us = geteuid(), QObject* parent = nullptr);
    ~SingleInstance() override;

    //! Takes the lock, then listens and tells others where. As InstanceLock::acquire() and
    //! ListeningSocket::listen().
    [[nodiscard]] Result<void> start();

    //! From now on connected() tells of connections, of those too that have waited since start().
    void serve();

    //! Gives up socket and lock, so that a waiting instance can take over.
    void release();

    [[nodiscard]] QString controlSocket() const { return m_socket.path(); }

signals:
    //! A process of ours connected to the control socket. The receiver owns the socket.
    void connected(QLocalSocket* socket);

private:
    [[nodiscard]] Result<void> announce();

    QString m_dataFolder;
    SocketAddress m_address;
    InstanceLock m_lock;
    ListeningSocket m_socket;
};

} // namespace zalo
