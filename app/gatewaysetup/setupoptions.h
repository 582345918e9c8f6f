// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/timing.h"
#include "gatewaysetup/openclawlocator.h"

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <optional>

namespace zalo {

//! Asks for the snapshot of the companion that runs (PROTOCOL.md, "The snapshot"); nothing where
//! none does. Ends in one call of its second argument, unless the context is gone.
using SnapshotQuery =
    std::function<void(QObject* context, std::function<void(std::optional<QJsonObject>)>)>;

//! What the setup needs of its surroundings.
struct GatewaySetupOptions
{
    OpenClawSearch search;
    QString program; //!< this program, to start it in the background; its folder tells the plugin
    QString stateFolder; //!< private; the journal of the setup is kept there
    SnapshotQuery companion;
    Timing timing;
    TextLanguage language = TextLanguage::People; //!< of steps and outcomes
};

} // namespace zalo
