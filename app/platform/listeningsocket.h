// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/timing.h"
#include "platform/descriptor.h"
#include "platform/socketaddress.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>
#include <sys/types.h>
#include <unistd.h>

class QLocalSocket;

namespace zalo {

//! A private local socket that people find for as long as the program runs. A logout sweeps the
//! runtime folder away under a program that runs on: what is gone, replaced or elsewhere by its
//! rule now is made anew. Connections that are open stay.
class ListeningSocket : public QObject
{
    Q_OBJECT

public:
    //! `us`: the uid whose connections are taken.
    explicit ListeningSocket(Timing::ms checkInterval, uid_t us = geteuid(),
                             QObject* parent = nullptr);
    ~ListeningSocket() override;

    //! Listens at `address`; its folder is created or checked first. As the address says,
    //! ensurePrivateFolder() and listenPrivately().
    [[nodiscard]] Result<void> listen(const SocketAddress& address);
    //! From now on connected() reports connections, also those that have waited since listen().
    void serve();
    //! Closes the socket and removes its file.
    void close();

    //! Looks now whether the socket is where it should be, and renews it if not.
    void check();

    //! Where it listens, or did last; empty before listen().
    [[nodiscard]] QString path() const { return m_path; }

signals:
    //! A process of ours connected. The receiver owns the socket.
    void connected(QLocalSocket* socket);
    //! It was made anew, maybe at another path.
    void renewed();

private:
    //! A file that was there when we made it, to be told from one that has its name.
    struct FileId
    {
        dev_t device = 0;
        ino_t inode = 0;
        qint64 changedNs = 0;
        friend bool operator==(const FileId&, const FileId&) = default;
    };

    [[nodiscard]] static FileId idOf(const QString& path);
    [[nodiscard]] Result<void> open();
    [[nodiscard]] bool isOurs() const;
    void forgetSocket();
    void watchFolder();
    void acceptConnections();
    void pauseIfExhausted();

    uid_t m_us;
    SocketAddress m_address;
    QString m_path;
    FileId m_id;
    Descriptor m_socket;
    bool m_isServing = false;
    std::unique_ptr<QSocketNotifier> m_incoming;
    std::unique_ptr<QFileSystemWatcher> m_folder;
    QTimer m_check;
    QTimer m_soon;
    Error m_reported;
};

} // namespace zalo
