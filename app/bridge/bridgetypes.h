// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFlags>
#include <QString>
#include <QStringList>

#include <optional>

namespace zalo {

//! What a client of the bridge is (PROTOCOL.md, hello).
enum class BridgeRole
{
    Gateway = 1,
    Cli = 2,
    Probe = 4
};
Q_DECLARE_FLAGS(BridgeRoles, BridgeRole)
Q_DECLARE_OPERATORS_FOR_FLAGS(BridgeRoles)

//! `gateway`, `cli` or `probe`.
[[nodiscard]] QString bridgeRoleName(BridgeRole role);
[[nodiscard]] std::optional<BridgeRole> bridgeRole(const QString& name);

//! Who is at the other end of a connection.
struct BridgePeer
{
    BridgeRole role = BridgeRole::Probe;
    QString gatewayId;
    QString label;
    QString pluginVersion;
    QStringList features {}; //!< the methods that it answers; older plugins name none

    //! What this program asks of a Gateway and this one does not answer. Nothing is missing where
    //! no features were named: that plugin has what protocol 1.0 began with.
    [[nodiscard]] QStringList missingFeatures() const;
    //! Whether its plugin is older than this program or lacks something. A version that cannot be
    //! read is none.
    [[nodiscard]] bool isPluginOutdated() const;
};

} // namespace zalo
