// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/timing.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QStringList>

class QJsonObject;

namespace zalo {

class BridgeConnection;
class BridgeServer;

//! An account of a Gateway, and the profile of zca that it uses.
struct GatewayAccount
{
    QString accountId; //!< the Gateway's
    QString profile;

    friend bool operator==(const GatewayAccount&, const GatewayAccount&) = default;
};

//! The accounts in an answer to `gateway.info` (PROTOCOL.md), in its order, at most 100; what is
//! none is left out.
[[nodiscard]] QList<GatewayAccount> gatewayAccountsIn(const QJsonObject& info);

//! Which accounts of the connected Gateways use which profile. A Gateway is asked whenever it
//! subscribes: it does so when an account of it starts or ends.
class GatewayAccounts : public QObject
{
    Q_OBJECT

public:
    //! `server` outlives it.
    GatewayAccounts(BridgeServer& server, const Timing& timing, QObject* parent = nullptr);

    //! The ids of those that use the profile; the first one gets its messages.
    [[nodiscard]] QStringList of(const QString& profile) const;

signals:
    void changed();

private:
    void onAssociated(BridgeConnection* connection);
    void onClosed(BridgeConnection* connection);
    void ask(const QString& gatewayId);
    void set(const QString& gatewayId, const QList<GatewayAccount>& accounts);

    BridgeServer& m_server;
    Timing m_timing;
    QHash<QString, QList<GatewayAccount>> m_accounts; //!< by Gateway
};

} // namespace zalo
