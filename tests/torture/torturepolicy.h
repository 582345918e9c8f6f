// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/policy.h"

namespace zalo::torture {

//! The companion's times for a torture: a tenth, so that a run of minutes sees what days bring.
//! Starting a process takes its time whatever the scale, and so do the bounds for it.
[[nodiscard]] inline Policy torturePolicy()
{
    const Policy real;
    Policy policy = real.scaled(0.1);
    policy.probeDeadline = real.probeDeadline;
    policy.historyDeadline = real.historyDeadline; // a process for each chat
    policy.commandDeadline = real.commandDeadline;
    policy.handshakeDeadline = real.handshakeDeadline;
    policy.keychainDeadline = real.keychainDeadline;
    policy.shutdownGrace = real.shutdownGrace;
    policy.backlogMaxAge = real.backlogMaxAge;
    policy.coolDown = Policy::ms(4'000);
    policy.sendInterval = Policy::ms(10); // thousands of sends are counted in minutes
    policy.backlogInterval = Policy::ms(5); // a Gateway dies every few seconds
    return policy;
}

} // namespace zalo::torture
