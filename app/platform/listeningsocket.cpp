// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/listeningsocket.h"

#include "core/logging.h"
#include "platform/peercredentials.h"
#include "platform/privatefolder.h"
#include "platform/privatesocket.h"

#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>

#include <cerrno>
#include <sys/socket.h>
#include <sys/stat.h>

namespace zalo {
namespace {

//! Whoever sweeps a folder removes one file after the other.
constexpr std::chrono::milliseconds AfterChange { 100 };
//! Without a free descriptor a waiting connection would be announced again and again.
constexpr std::chrono::milliseconds AfterExhaustion { 1'000 };
//! So many connections are taken before others have their turn: who knocks without end stops
//! nobody.
constexpr int AtOnce = 16;

} // namespace

ListeningSocket::ListeningSocket(Timing::ms checkInterval, uid_t us, QObject* parent)
    : QObject(parent),
      m_us(us)
{
    m_check.setInterval(checkInterval);
    connect(&m_check, &QTimer::timeout, this, &ListeningSocket::check);
    m_soon.setSingleShot(true);
    m_soon.setInterval(AfterChange);
    connect(&m_soon, &QTimer::timeout, this, &ListeningSocket::check);
}

ListeningSocket::~ListeningSocket()
{
    close();
}

Result<void> ListeningSocket::listen(const SocketAddress& address)
{
    m_address = address;
    const Result<void> opened = open();
    if (opened) {
        m_check.start();
    }
    return opened;
}

void ListeningSocket::serve()
{
    m_isServing = true;
    m_incoming = std::make_unique<QSocketNotifier>(m_socket.get(), QSocketNotifier::Read);
    connect(m_incoming.get(), &QSocketNotifier::activated, this,
            &ListeningSocket::acceptConnections);
}

void ListeningSocket::close()
{
    m_isServing = false;
    m_check.stop();
    m_soon.stop();
    m_folder.reset();
    forgetSocket();
}

void ListeningSocket::check()
{
    const Result<QString> path = m_address.path();
    if (m_socket.isValid() && isOurs() && (!path || *path == m_path)) {
        watchFolder(); // it may have been exchanged with everything in it
        return;
    }
    const Result<void> opened = path.and_then([this](const QString&) { return open(); });
    if (opened) {
        qCWarning(lcPlatform).noquote() << "the socket was gone or has moved; it is now" << m_path;
        m_reported = {};
        emit renewed();
    } else if (m_reported != opened.error()) {
        m_reported = opened.error();
        qCWarning(lcPlatform).noquote() << "the socket is gone and cannot be made anew yet:"
                                        << errorText(m_reported, TextLanguage::English);
    }
}

Result<void> ListeningSocket::open()
{
    const Result<QString> path = m_address.path();
    if (!path) {
        return tl::unexpected(path.error());
    }
    if (const Result<void> folder = ensurePrivateFolder(QFileInfo(*path).path()); !folder) {
        return folder;
    }
    if (*path == m_path) {
        forgetSocket(); // nobody reaches it there any more, and it would count as somebody else
    }
    Result<Descriptor> socket = listenPrivately(*path);
    if (!socket) {
        return tl::unexpected(socket.error());
    }
    forgetSocket();
    m_socket = std::move(*socket);
    m_path = *path;
    m_id = idOf(m_path);
    m_folder.reset(); // a folder that was made anew has the old one's name only
    watchFolder();
    if (m_isServing) {
        serve();
    }
    return {};
}

ListeningSocket::FileId ListeningSocket::idOf(const QString& path)
{
    struct stat info
    {
    };
    if (::lstat(QFile::encodeName(path).constData(), &info) != 0) {
        return {};
    }
    // An inode's number is given again; the time of the file's making with it is not.
    return { info.st_dev, info.st_ino,
             qint64(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec };
}

bool ListeningSocket::isOurs() const
{
    return idOf(m_path) == m_id;
}

void ListeningSocket::forgetSocket()
{
    m_incoming.reset();
    if (m_socket.isValid() && isOurs()) {
        QFile::remove(m_path);
    }
    m_socket.reset();
}

//! The folder, and the one it lies in: who removes the first one whole is noticed in the second.
void ListeningSocket::watchFolder()
{
    const QString folder = QFileInfo(m_path).path();
    const QStringList folders { folder, QFileInfo(folder).path() };
    if (m_folder && m_folder->directories().size() == folders.size()
        && m_folder->directories().contains(folder)) {
        return;
    }
    m_folder = std::make_unique<QFileSystemWatcher>(folders);
    connect(m_folder.get(), &QFileSystemWatcher::directoryChanged, this, [this] {
        if (!m_soon.isActive()) { // a busy folder must not put it off for ever
            m_soon.start();
        }
    });
}

void ListeningSocket::acceptConnections()
{
    for (int i = 0; i < AtOnce; ++i) {
        const int fd = ::accept4(m_socket.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd < 0) {
            pauseIfExhausted();
            return;
        }
        auto* socket = new QLocalSocket;
        socket->setSocketDescriptor(fd);
        const auto peer = peerCredentials(*socket);
        if (!peer || peer->uid != m_us) {
            qCWarning(lcPlatform) << "refused a connection of another user";
            socket->abort();
            delete socket;
        } else {
            emit connected(socket);
        }
    }
}

void ListeningSocket::pauseIfExhausted()
{
    if (errno == EMFILE || errno == ENFILE) {
        m_incoming->setEnabled(false);
        QTimer::singleShot(AfterExhaustion, m_incoming.get(),
                           [incoming = m_incoming.get()] { incoming->setEnabled(true); });
    }
}

} // namespace zalo
