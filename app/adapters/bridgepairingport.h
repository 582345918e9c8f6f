// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/timing.h"
#include "pairing/pairingport.h"

class QJsonObject;

namespace zalo {

class ActivityStore;
class BridgeConnection;
class BridgeServer;
class ContactStore;

//! The way of pairing requests to the Gateways: `pairing.*` on their connections (PROTOCOL.md), and
//! from what is stored here what their senders wrote and look like.
class BridgePairingPort : public PairingPort
{
    Q_OBJECT

public:
    static constexpr int MaxRequests = 50; //!< of one Gateway; further ones are left out

    //! All outlive it.
    BridgePairingPort(BridgeServer& server, ActivityStore& activity, ContactStore& contacts,
                      const Timing& timing, QObject* parent = nullptr);

    void list(const QString& gatewayId, QObject* context,
              Callback<QList<PairingRequest>> done) override;
    void approve(const PairingRequest& request, QObject* context, Callback<void> done) override;
    void dismiss(const PairingRequest& request, QObject* context, Callback<void> done) override;

private:
    void onAssociated(BridgeConnection* connection);
    void onClosed(BridgeConnection* connection);
    void readProfiles(const QString& gatewayId, QList<PairingRequest> requests, QObject* context,
                      Callback<QList<PairingRequest>> done);
    void readPeople(QList<PairingRequest> requests, qsizetype next, QObject* context,
                    Callback<QList<PairingRequest>> done);
    void answer(const QString& method, const PairingRequest& request, QObject* context,
                Callback<void> done);

    BridgeServer& m_server;
    ActivityStore& m_activity;
    ContactStore& m_contacts;
    Timing m_timing;
};

} // namespace zalo
