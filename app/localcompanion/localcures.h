// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/cureservice.h"

#include <QDeadlineTimer>

namespace zalo {

class BridgeConnection;
class BridgeServer;

//! Asks the Gateway's plugin for its cures, over the bridge of this machine.
class LocalCures : public CureService
{
    Q_OBJECT

public:
    //! `bridge` outlives it.
    explicit LocalCures(BridgeServer& bridge, QObject* parent = nullptr);

    void plan(const QString& profile, Cure cure, const ThreadRef& thread, const QString& senderId,
              QObject* context, Callback<CurePlan> done) override;
    void apply(const CurePlan& plan, QObject* context, Callback<void> done) override;

private:
    [[nodiscard]] BridgeConnection* gatewayOf(const QString& profile) const;
    void ask(const CurePlan& plan, QDeadlineTimer patience, const Callback<void>& done);

    BridgeServer& m_bridge;
};

} // namespace zalo
