// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"
#include "core/clock.h"
#include "core/policy.h"
#include "fetch/fetchpolicy.h"
#include "platform/runtimepaths.h"
#include "platform/socketaddress.h"
#include "zca/zcalocator.h"

#include <QString>

namespace zalo {

//! What a companion is started with.
struct CompanionOptions
{
    RuntimePaths paths;
    SocketAddress bridgeAddress;
    RunMode mode = RunMode::Headless;
    ZcaSearch zca;
    QString nativeLogins; //!< as SessionFolders::nativeLogins
    Policy policy;
    Clock clock;
    FetchPolicy fetch; //!< for files of messages; the settings add hosts
    bool loadsPictures = true; //!< contacts' pictures, from the internet
    bool usesKeychain = true; //!< for the Gateways' keys; else a private file
};

} // namespace zalo
