// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "activity/pagecourse.h"

#include <utility>

namespace zalo {
namespace {

constexpr auto RefreshPause = std::chrono::milliseconds(250);

} // namespace

PageCourse::PageCourse(QObject* parent)
    : QObject(parent)
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(RefreshPause);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        if (m_isReading) {
            m_isStale = true;
        } else {
            emit refreshDue();
        }
    });
}

void PageCourse::restart()
{
    m_cursor.clear();
    m_isAtEnd = false;
    ++m_round;
    m_isReading = false;
}

void PageCourse::begin()
{
    m_isReading = true;
    emit loadingChanged();
}

void PageCourse::finish(const QString& cursor)
{
    m_cursor = cursor;
    m_isAtEnd = cursor.isEmpty();
    end();
}

void PageCourse::fail(bool isRefresh)
{
    m_isAtEnd = m_isAtEnd || !isRefresh;
    end();
}

void PageCourse::end()
{
    m_isReading = false;
    emit loadingChanged();
    if (std::exchange(m_isStale, false)) {
        refreshSoon();
    }
}

void PageCourse::refreshSoon()
{
    if (!m_refresh.isActive()) {
        m_refresh.start();
    }
}

} // namespace zalo
