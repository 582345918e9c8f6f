// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gatewaysetup/openclawcommand.h"

namespace zalo {

//! What `openclaw gateway status --json` says of the Gateway that this user's configuration means.
struct GatewayFacts
{
    QString version; //!< of the installed OpenClaw
    QString runningVersion; //!< of the Gateway that answered; empty: it did not say
    quint16 port = 0; //!< on which it listens, or would
    bool usesTls = false;
    QString logFile; //!< today's; empty: not known
    //! Installed as a service of this user, and of this configuration.
    bool hasService = false;
    bool isServiceRunning = false;
    //! The service could be installed: systemd is there, and the configuration is the usual one.
    bool canHaveService = false;
    qint64 pid = 0; //!< of the process that listens; 0: not known

    friend bool operator==(const GatewayFacts&, const GatewayFacts&) = default;
};

//! Reads that answer. OpenClawFailed (detail: its words).
[[nodiscard]] Result<GatewayFacts> readGatewayFacts(const OpenClawOutput& output);

//! What a command that changes the Gateway's state (`gateway start --json`) came to.
//! OpenClawFailed (detail: its words; never a token).
[[nodiscard]] Result<void> readGatewayOutcome(const OpenClawOutput& output);

} // namespace zalo
