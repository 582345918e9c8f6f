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

} // namespace zalo
