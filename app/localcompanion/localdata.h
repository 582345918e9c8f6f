// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "bridge/association.h"
#include "companion/dataservice.h"
#include "relay/outbox.h"

namespace zalo {

class StorageSupervisor;

//! Prepares the end of what is stored on this machine; the program does it when it has ended.
class LocalData : public DataService
{
    Q_OBJECT

public:
    //! All outlive it.
    LocalData(Outbox& outbox, Association& association, const StorageSupervisor& storage,
              QObject* parent = nullptr);

    [[nodiscard]] Result<void> reset(ResetMode mode) override;

signals:
    //! The program is to end, to reset the data and to restart.
    void resetRequested(zalo::ResetMode mode);

private:
    Outbox& m_outbox;
    Association& m_association;
    const StorageSupervisor& m_storage;
};

} // namespace zalo
