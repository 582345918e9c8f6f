// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/bridgetypes.h"

#include <QVersionNumber>

using namespace Qt::StringLiterals;

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
        return u"gateway"_s;
    case BridgeRole::Cli:
        return u"cli"_s;
    case BridgeRole::Probe:
        return u"probe"_s;
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
        return u"NoGateway"_s;
    case BridgeState::Kind::AwaitingApproval:
        return u"AwaitingApproval"_s;
    case BridgeState::Kind::Connected:
        return u"Connected"_s;
    case BridgeState::Kind::Silent:
        return u"Silent"_s;
    case BridgeState::Kind::KeyUnavailable:
        return u"KeyUnavailable"_s;
    }
    Q_UNREACHABLE();
}

} // namespace zalo
