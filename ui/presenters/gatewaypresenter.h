// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"
#include "gatewayhost/gatewayhost.h"
#include "ui/presenters/statusview.h"

#include <QFlags>

namespace zalo {

//! What can be pressed for the Gateway of this machine.
enum class GatewayCommand
{
    Start = 1 << 0,
    Stop = 1 << 1,
    Restart = 1 << 2,
    OpenControlUi = 1 << 3,
    InstallService = 1 << 4,
    CheckAgain = 1 << 5
};
Q_DECLARE_FLAGS(GatewayCommands, GatewayCommand)
Q_DECLARE_OPERATORS_FOR_FLAGS(GatewayCommands)

//! The Gateway of this machine as text.
struct GatewayView
{
    StatusIcon icon = StatusIcon::Working;
    QString title {};
    QStringList details {}; //!< one sentence each
    QString problem {}; //!< why the last task was not done, and what to do; may be empty
    GatewayCommands offered {}; //!< what is shown
    bool isBusy = false; //!< nothing of it can be pressed just now
    bool hasLog = false;
};

[[nodiscard]] GatewayView presentGateway(const GatewayHostState& host, const Snapshot& snapshot);

//! People get no answer while it is stopped: it is the way of their messages just now.
[[nodiscard]] bool isGatewayInUse(const Snapshot& snapshot);

} // namespace zalo
