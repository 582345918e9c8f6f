// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QObject>

#include <memory>

namespace zalo {

class GatewaySetup;

//! The Gateways that may use the companion.
class GatewayService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! As Association::approve(), refuse() and revoke().
    [[nodiscard]] virtual Result<void> approveGateway(const QString& id) = 0;
    [[nodiscard]] virtual Result<void> refuseGateway(const QString& id) = 0;
    [[nodiscard]] virtual Result<void> revokeGateway(const QString& id) = 0;
    //! A way to set up the Gateway of this machine for this companion; its caller keeps it.
    [[nodiscard]] virtual std::unique_ptr<GatewaySetup> gatewaySetup() = 0;

signals:
    //! The first Gateway associated: it is trusted without a question.
    void gatewayTrustedOnFirstUse(const QString& id, const QString& label);
    //! A further Gateway waits for approval.
    void gatewayAwaitsApproval(const QString& id, const QString& label);
};

} // namespace zalo
