// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companion/gatewayname.h"

#include <algorithm>
#include <iterator>

namespace zalo {

QString gatewayName(const GatewayInfo& gateway)
{
    return gateway.label.isEmpty() ? gateway.id : gateway.label;
}

QList<GatewayInfo> gatewaysWhere(bool approved, const Snapshot& snapshot)
{
    QList<GatewayInfo> found;
    std::copy_if(snapshot.gateways.begin(), snapshot.gateways.end(), std::back_inserter(found),
                 [approved](const GatewayInfo& gateway) { return gateway.approved == approved; });
    return found;
}

} // namespace zalo
