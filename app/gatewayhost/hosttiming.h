// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>

namespace zalo {

//! The times of the Gateway's page, beside those of `openclaw` itself (Timing::openclawDeadline).
struct HostTiming
{
    using ms = std::chrono::milliseconds;

    ms look { 2'000 }; //!< between two looks whether it runs, while somebody looks at the page
    ms taskLook { 250 }; //!< the same, while it is started or stopped
    ms answer { 3'000 }; //!< until it answers such a look
    ms start { 120'000 }; //!< until one that was started answers; 12 s on an idle machine
    ms stop { 345'000 }; //!< until it has ended: it lets turns that run end first (330 s)
    ms logPoll { 1'000 }; //!< between two looks at its log
    ms linkLife { 60'000 }; //!< so long the browser may follow a link to the Control UI, once
};

} // namespace zalo
