// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/ownerconnection.h"

#include "platform/privatesocket.h"

#include <QLocalSocket>

namespace zalo {
namespace {

constexpr std::chrono::milliseconds Interval { 50 };

} // namespace

OwnerConnection::OwnerConnection(const QString& dataFolder, Timing::ms patience, QObject* parent)
    : QObject(parent),
      m_dataFolder(dataFolder),
      m_patience(patience)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &OwnerConnection::attempt);
}

void OwnerConnection::start()
{
    m_deadline = QDeadlineTimer(m_patience);
    m_next.start(0);
}

void OwnerConnection::attempt()
{
    const std::optional<InstanceOwner> owner = InstanceLock::owner(m_dataFolder);
    if (!owner) {
        emit failed({ ErrorKind::NotRunning, {} });
        return;
    }
    if (!owner->controlSocket.isEmpty()) {
        if (Result<Descriptor> made = connectPrivately(owner->controlSocket)) {
            auto* socket = new QLocalSocket;
            socket->setSocketDescriptor(made->release());
            emit connected(socket);
            return;
        }
    }
    if (m_deadline.hasExpired()) {
        emit failed({ ErrorKind::NotAnswering, owner->text() });
        return;
    }
    m_next.start(Interval);
}

} // namespace zalo
