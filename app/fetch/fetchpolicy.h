// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fetch/hostlist.h"
#include "fetch/publicaddress.h"

#include <QByteArrayList>
#include <QHostAddress>
#include <QString>

#include <functional>

namespace zalo {

//! What may be fetched, from where. The values given here are those of the program; nothing of the
//! environment changes them. Tests have servers of their own.
struct FetchPolicy
{
    HostList hosts {};
    int port = 443; //!< the only one
    //! Asked of each address before anything connects to it.
    std::function<bool(const QHostAddress&)> mayConnect = &isPublicAddress;
    QString caFile = {}; //!< certificates that are trusted; empty: the system's
    QByteArrayList resolved = {}; //!< in place of the name service, as CURLOPT_RESOLVE
};

} // namespace zalo
