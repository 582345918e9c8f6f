// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "secondstart.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace zalo::torture {

SecondStart::SecondStart(const test::CompanionProcess& first, QObject* parent)
    : QObject(parent),
      m_first(first)
{
    connect(&m_door, &QLocalSocket::connected, this, [this] {
        m_door.abort();
        m_process.program = m_first.program;
        m_process.environment = m_first.environment;
        m_process.environment.insert(u"XDG_RUNTIME_DIR"_s, m_runtime.path());
        m_process.launch();
    });
}

void SecondStart::start()
{
    if (!m_process.isRunning()) {
        m_door.abort();
        m_door.connectToServer(m_first.bridgePath());
    }
}

void SecondStart::kill()
{
    m_door.abort();
    m_process.kill();
    QFile::remove(m_process.bridgePath());
}

bool SecondStart::hasComeUp() const
{
    return m_process.isRunning() && QFile::exists(m_process.bridgePath());
}

} // namespace zalo::torture
