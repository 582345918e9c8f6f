// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/bridgetypes.h"

#include <QVersionNumber>

namespace zalo {

bool BridgePeer::isPluginOutdated() const
{
    const auto version = QVersionNumber::fromString(pluginVersion);
    return !version.isNull() && version < QVersionNumber::fromString(QStringLiteral(ZALO_VERSION));
}

QString bridgeRoleName(BridgeRole role)
{
    switch (role) {
    case BridgeRole::Gateway:
        return QStringLiteral("gateway");
    case BridgeRole::Cli:
        return QStringLiteral("cli");
    case BridgeRole::Probe:
        return QStringLiteral("probe");
    }
    Q_UNREACHABLE();
}

std::optional<BridgeRole> bridgeRole(const QString& name)
{
    for (const auto role : { BridgeRole::Gateway, BridgeRole::Cli, BridgeRole::Probe }) {
        if (bridgeRoleName(role) == name) {
            return role;
        }
    }
    return {};
}

QString bridgeStateName(BridgeState::Kind kind)
{
    switch (kind) {
    case BridgeState::Kind::NoGateway:
        return QStringLiteral("NoGateway");
    case BridgeState::Kind::AwaitingApproval:
        return QStringLiteral("AwaitingApproval");
    case BridgeState::Kind::Connected:
        return QStringLiteral("Connected");
    case BridgeState::Kind::Silent:
        return QStringLiteral("Silent");
    case BridgeState::Kind::KeyUnavailable:
        return QStringLiteral("KeyUnavailable");
    }
    Q_UNREACHABLE();
}

} // namespace zalo
