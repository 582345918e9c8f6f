// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/worker.h"

namespace zalo {

Worker::Worker(const QString& name)
{
    m_thread.setObjectName(name);
    m_inThread.moveToThread(&m_thread);
}

Worker::~Worker()
{
    if (m_thread.isRunning()) {
        // quit() as the last job: everything posted before it has run by then.
        QMetaObject::invokeMethod(
            &m_inThread, [this] { m_thread.quit(); }, Qt::QueuedConnection);
        m_thread.wait();
    }
}

void Worker::post(std::function<void()> job)
{
    if (!m_thread.isRunning()) {
        m_thread.start();
    }
    QMetaObject::invokeMethod(&m_inThread, std::move(job), Qt::QueuedConnection);
}

void Worker::answer(std::function<void()> reply)
{
    QMetaObject::invokeMethod(&m_outside, std::move(reply), Qt::QueuedConnection);
}

} // namespace zalo
