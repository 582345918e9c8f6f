// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/subscriptions.h"

namespace zalo {

bool Subscriptions::isCurrent(const QString& profile, quint64 connectionId) const
{
    const auto found = m_all.constFind(profile);
    return found != m_all.cend() && found->isConnected && found->connectionId == connectionId;
}

bool Subscriptions::mayDeliver(const LaneKey& key) const
{
    const auto found = m_all.constFind(key.profile);
    return !m_isPaused && found != m_all.cend() && found->isConnected && found->isLoaded
        && !key.account.isEmpty() && key.account == found->account
        && !found->pausedThreads.contains(key.thread);
}

} // namespace zalo
