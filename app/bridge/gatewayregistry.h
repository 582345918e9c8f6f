// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace zalo {

//! A Gateway that associated itself, or asked to. Its key is not here but in the SecretStore.
struct GatewayRecord
{
    enum class State
    {
        Approved,
        Pending,
        Refused //!< by a person; it becomes pending again when it asks after `quietUntil`
    };

    QString id;
    QString label;
    State state = State::Pending;
    QString fingerprint; //!< SHA-256 of the key it showed, hex
    bool keyStored = false; //!< false between the approval and the Gateway's next coming
    QDateTime firstSeen;
    QDateTime lastSeen;
    int refusals = 0; //!< since it was last approved
    QDateTime quietUntil {}; //!< with Refused

    [[nodiscard]] bool isPending() const { return state == State::Pending; }

    friend bool operator==(const GatewayRecord&, const GatewayRecord&) = default;
};

//! The known Gateways, kept in one JSON file.
class GatewayRegistry
{
public:
    explicit GatewayRegistry(const QString& path);

    //! A missing file is an empty registry. FileUnreadable, StorageDamaged, StorageNewer.
    [[nodiscard]] Result<void> load();
    //! FileUnwritable.
    [[nodiscard]] Result<void> save() const;

    [[nodiscard]] QList<GatewayRecord> list() const { return m_records; }
    [[nodiscard]] std::optional<GatewayRecord> find(const QString& id) const;
    void put(const GatewayRecord& record);
    void remove(const QString& id);

    //! Whether a Gateway was ever taken without approval: that happens once.
    [[nodiscard]] bool firstUseDone() const { return m_firstUseDone; }
    void setFirstUseDone(bool done) { m_firstUseDone = done; }

private:
    QString m_path;
    QList<GatewayRecord> m_records;
    bool m_firstUseDone = false;
};

} // namespace zalo
