// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"
#include "core/timing.h"
#include "gatewaysetup/openclawcommand.h"

#include <QStringList>

namespace zalo {

//! Runs `openclaw`. The one of this machine is LocalOpenClaw; tests answer themselves.
class OpenClawRunner
{
public:
    OpenClawRunner() = default;
    virtual ~OpenClawRunner() = default;
    OpenClawRunner(const OpenClawRunner&) = delete;
    OpenClawRunner& operator=(const OpenClawRunner&) = delete;

    //! Whether an OpenClaw is here that has the channel's plugin, as their files say: nothing is
    //! run.
    [[nodiscard]] virtual bool hasPlugin() const = 0;
    //! Runs `openclaw ARGUMENT…` to its end; any end of its own is an output. It answers once, and
    //! never from inside the call, unless `context` dies. OpenClawMissing, OpenClawNotExecutable,
    //! OpenClawFailed, TimedOut.
    virtual void run(const QStringList& arguments, Timing::ms deadline, QObject* context,
                     Callback<OpenClawOutput> done) = 0;
    //! Starts it so that it outlives this program, and gives its process. The same errors.
    [[nodiscard]] virtual Result<qint64> startDetached(const QStringList& arguments) = 0;
};

} // namespace zalo
