// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/localpairings.h"

#include "bridge/association.h"

namespace zalo {

LocalPairings::LocalPairings(BridgeServer& bridge, Association& association,
                             ActivityStore& activity, ContactStore& contacts, const Timing& timing,
                             const Clock& clock, QObject* parent)
    : PairingService(parent),
      m_port(bridge, activity, contacts, timing),
      m_requests(m_port, timing, clock)
{
    connect(&m_requests, &PairingRequests::changed, this, &LocalPairings::changed);
    connect(&association, &Association::revoked, &m_requests, &PairingRequests::forget);
}

void LocalPairings::approve(const QString& requestId, QObject* context, Callback<void> done)
{
    m_requests.approve(requestId, context, std::move(done));
}

void LocalPairings::dismiss(const QString& requestId, QObject* context, Callback<void> done)
{
    m_requests.dismiss(requestId, context, std::move(done));
}

} // namespace zalo
