// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "doorwatch.h"

#include "world.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace zalo::torture {
namespace {

constexpr std::chrono::milliseconds Interval { 250 };
constexpr int PatienceMs = 8'000; //!< seconds for the companion, and some for a busy machine

} // namespace

DoorWatch::DoorWatch(const World& world, QObject* parent)
    : QObject(parent),
      m_world(world)
{
    m_timer.setInterval(Interval);
    connect(&m_timer, &QTimer::timeout, this, &DoorWatch::knock);
    connect(&m_socket, &QLocalSocket::connected, this, [this] {
        m_socket.abort();
        forget();
    });
}

void DoorWatch::start()
{
    m_timer.start();
}

void DoorWatch::forget()
{
    m_shut.invalidate();
    m_isReported = false;
}

void DoorWatch::knock()
{
    if (!m_world.isCompanionWanted() || !m_world.isCompanionRunning()
        || m_world.isCompanionStopped()) {
        forget();
        return;
    }
    if (!m_shut.isValid()) {
        m_shut.start();
    }
    if (!m_isReported && m_shut.hasExpired(PatienceMs)) {
        m_isReported = true;
        emit shut(u"at %1 nobody had got in for %2 ms"_s
                      .arg(QDateTime::currentDateTime().toString(u"HH:mm:ss.zzz"_s))
                      .arg(m_shut.elapsed()));
    }
    m_socket.abort();
    m_socket.connectToServer(m_world.bridgePath());
}

} // namespace zalo::torture
