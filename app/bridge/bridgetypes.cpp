// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/bridgetypes.h"

#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace zalo {

QStringList BridgePeer::missingFeatures() const
{
    QStringList missing;
    if (role == BridgeRole::Gateway && !features.isEmpty()) {
        for (const auto& method : { u"gateway.info"_s, u"inbound.deliver"_s }) {
            if (!features.contains(method)) {
                missing.append(method);
            }
        }
    }
    return missing;
}

bool BridgePeer::isPluginOutdated() const
{
    const auto version = QVersionNumber::fromString(pluginVersion);
    const bool isOlder =
        !version.isNull() && version < QVersionNumber::fromString(QStringLiteral(ZALO_VERSION));
    return isOlder || !missingFeatures().isEmpty();
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
