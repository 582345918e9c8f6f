// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/expiry.h"

#include <algorithm>

namespace zalo {
namespace {

constexpr qint64 Allowance = 5 * 60'000; // clocks differ
constexpr qint64 ZaloBegan = 1'344'000'000'000; // August 2012: no message is older
constexpr qint64 FarFuture = 4'102'444'800'000; // 2100: no milliseconds

} // namespace

Expiry::Expiry(InboundStore& store, std::chrono::milliseconds maxAge, Clock clock)
    : m_store(store),
      m_maxAge(maxAge),
      m_clock(std::move(clock))
{ }

qint64 Expiry::agedMs(qint64 sentMs)
{
    if (sentMs < ZaloBegan || sentMs > FarFuture) {
        return m_clock.nowMs();
    }
    const bool isKnown = m_serverAheadMs > 0 || m_clock.isSynced();
    if (isKnown && sentMs > std::max(m_clock.nowMs(), nowMs()) + Allowance) {
        return m_clock.nowMs();
    }
    // A message is younger than Zalo's clock: the youngest ones come nearest.
    m_serverAheadMs = std::max(m_serverAheadMs, sentMs - m_clock.bootMs());
    return sentMs;
}

//! By the best clock there is.
qint64 Expiry::nowMs() const
{
    return m_clock.isSynced() || m_serverAheadMs == 0 ? m_clock.nowMs()
                                                      : m_clock.bootMs() + m_serverAheadMs;
}

void Expiry::run(const QString& profile, QObject* context, Callback<int> done)
{
    m_store.expire(profile, nowMs() - m_maxAge.count(), context, std::move(done));
}

} // namespace zalo
