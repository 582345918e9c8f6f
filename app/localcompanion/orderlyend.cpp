// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/orderlyend.h"

#include <utility>

namespace zalo {

void OrderlyEnd::start(int steps, std::chrono::milliseconds grace, QObject* context,
                       std::function<void()> done)
{
    m_isUnderWay = true;
    m_left = steps;
    m_context = context;
    m_done = std::move(done);
    m_grace.setSingleShot(true);
    connect(&m_grace, &QTimer::timeout, this, &OrderlyEnd::finish);
    m_grace.start(grace);
}

void OrderlyEnd::stepDone()
{
    if (--m_left == 0) {
        finish();
    }
}

void OrderlyEnd::shorten(std::chrono::milliseconds grace)
{
    if (m_grace.isActive() && m_grace.remainingTimeAsDuration() > grace) {
        m_grace.start(grace);
    }
}

void OrderlyEnd::finish()
{
    m_grace.stop();
    const std::function<void()> done = std::exchange(m_done, {});
    if (done && m_context) {
        done();
    }
}

} // namespace zalo
