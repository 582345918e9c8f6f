// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/cureservice.h"

#include <QDeadlineTimer>

namespace zalo {

class BridgeConnection;
class BridgeServer;
class CureJournal;

//! Asks the Gateway's plugin for its cures, over the bridge of this machine.
class LocalCures : public CureService
{
    Q_OBJECT

public:
    //! Both outlive it.
    LocalCures(BridgeServer& bridge, CureJournal& journal, QObject* parent = nullptr);

    void plan(const QString& profile, Cure cure, const ThreadRef& thread, const QString& senderId,
              QObject* context, Callback<CurePlan> done) override;
    void apply(const CuredMessage& message, const CurePlan& plan, QObject* context,
               Callback<void> done) override;
    [[nodiscard]] CureUndo undoState(const CuredMessage& message) override;
    void checkUndo(const CuredMessage& message, QObject* context, Callback<bool> done) override;
    void undo(const CuredMessage& message, QObject* context, Callback<void> done) override;

private:
    void forget(const CuredMessage& message);
    [[nodiscard]] BridgeConnection* gatewayOf(const QString& profile) const;
    void ask(const CurePlan& plan, QDeadlineTimer patience, const Callback<void>& done);

    BridgeServer& m_bridge;
    CureJournal& m_journal;
    QList<CuredMessage> m_held; //!< what these wrote the configuration holds, as was last heard
};

} // namespace zalo
