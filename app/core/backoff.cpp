// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/backoff.h"

#include <QRandomGenerator>

#include <algorithm>

namespace zalo {

Backoff::Backoff(Range range)
    : m_range(range)
{ }

std::chrono::milliseconds Backoff::next()
{
    auto pause = m_range.first;
    for (int i = 0; i < m_failures && pause < m_range.longest; ++i) {
        pause *= 2;
    }
    ++m_failures;
    const auto base = double(std::min(pause, m_range.longest).count());
    const double spread = (QRandomGenerator::global()->generateDouble() * 2 - 1) * m_range.jitter;
    return std::chrono::milliseconds(qRound64(base * (1 + spread)));
}

} // namespace zalo
