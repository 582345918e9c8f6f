// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/networkwatch.h"

#include "core/logging.h"

namespace zalo {

void NetworkWatch::start()
{
    if (!QNetworkInformation::loadBackendByName(u"networkmanager")) {
        qCInfo(lcPlatform) << "no NetworkManager: that the network is back is found out by trying";
        return;
    }
    const auto* information = QNetworkInformation::instance();
    setReachability(information->reachability());
    connect(information, &QNetworkInformation::reachabilityChanged, this,
            &NetworkWatch::setReachability);
}

void NetworkWatch::setReachability(QNetworkInformation::Reachability reachability)
{
    const bool isOnline = reachability == QNetworkInformation::Reachability::Online;
    if (isOnline && !std::exchange(m_isOnline, isOnline)) {
        emit cameBack();
    }
    m_isOnline = isOnline;
}

} // namespace zalo
