// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/localdata.h"

#include "localcompanion/storagesupervisor.h"

namespace zalo {

LocalData::LocalData(Outbox& outbox, Association& association, const StorageSupervisor& storage,
                     QObject* parent)
    : DataService(parent),
      m_outbox(outbox),
      m_association(association),
      m_storage(storage)
{ }

Result<void> LocalData::reset(ResetMode mode)
{
    switch (mode) {
    case ResetMode::Everything:
        m_outbox.setPaused(true);
        m_association.revokeAll(this, [this, mode] { emit resetRequested(mode); });
        return {};
    case ResetMode::KeepDamaged:
        if (!m_storage.error() || m_storage.error()->kind != ErrorKind::StorageDamaged) {
            return failure(ErrorKind::BadRequest, tr("the data file is not damaged"));
        }
        emit resetRequested(mode);
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace zalo
