// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/singleinstance.h"

#include "core/logging.h"
#include "platform/privatefolder.h"

#include <QFileInfo>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

SocketAddress controlAddress(const QString& dataFolder, const SocketAddress& bridge)
{
    return SocketAddress([=]() -> Result<QString> {
        const Result<QString> folder = bridge.path().and_then([](const QString& path) {
            const QString beside = QFileInfo(path).path();
            return ensurePrivateFolder(beside).map([&beside] { return beside; });
        });
        // Whoever reads the lock's record finds it anywhere.
        return folder ? *folder + u"/instance.sock"_s : InstanceLock::socketBesideData(dataFolder);
    });
}

} // namespace

SingleInstance::SingleInstance(const QString& dataFolder, const SocketAddress& bridge,
                               Timing::ms checkInterval, uid_t us, QObject* parent)
    : QObject(parent),
      m_dataFolder(dataFolder),
      m_address(controlAddress(dataFolder, bridge)),
      m_lock(dataFolder),
      m_socket(checkInterval, us)
{
    connect(&m_socket, &ListeningSocket::connected, this, &SingleInstance::connected);
    connect(&m_socket, &ListeningSocket::renewed, this, [this] {
        if (const Result<void> announced = announce(); !announced) {
            qCWarning(lcPlatform).noquote() << errorText(announced.error(), TextLanguage::English);
        }
    });
}

SingleInstance::~SingleInstance()
{
    release();
}

Result<void> SingleInstance::start()
{
    if (const Result<void> alone = m_lock.acquire(); !alone) {
        return alone;
    }
    const Result<void> listening =
        m_socket.listen(m_address).and_then([this] { return announce(); });
    if (!listening) {
        release();
    }
    return listening;
}

void SingleInstance::serve()
{
    m_socket.serve();
}

void SingleInstance::release()
{
    m_socket.close();
    m_lock.release();
}

//! A full disk takes no record. Then the socket lies where it is looked for without one.
Result<void> SingleInstance::announce()
{
    const Result<void> announced = m_lock.announce(m_socket.path());
    const QString besideData = InstanceLock::socketBesideData(m_dataFolder);
    return announced || m_socket.path() == besideData ? Result<void>()
                                                      : m_socket.listen(SocketAddress(besideData));
}

} // namespace zalo
