// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "adapters/bridgepairingport.h"
#include "companion/pairingservice.h"
#include "pairing/pairingrequests.h"

namespace zalo {

class Association;

//! The pairing requests of the Gateways that use the bridge of this machine.
class LocalPairings : public PairingService
{
    Q_OBJECT

public:
    //! All outlive it.
    LocalPairings(BridgeServer& bridge, Association& association, ActivityStore& activity,
                  ContactStore& contacts, const Timing& timing, const Clock& clock,
                  QObject* parent = nullptr);

    //! The oldest first.
    [[nodiscard]] const QList<PairingRequest>& list() const { return m_requests.list(); }

    void approve(const QString& requestId, QObject* context, Callback<void> done) override;
    void dismiss(const QString& requestId, QObject* context, Callback<void> done) override;
    [[nodiscard]] qint64 approvedMs(const QString& profile, const QString& senderId) const override
    {
        return m_requests.approvedMs(profile, senderId);
    }

signals:
    void changed();

private:
    BridgePairingPort m_port;
    PairingRequests m_requests;
};

} // namespace zalo
