// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/endguard.h"

#include <csignal>
#include <cstdlib>
#include <thread>

#include <poll.h>
#include <unistd.h>

namespace zalo {
namespace {

//! Only where somebody reads it: nothing here waits.
void sayWhy()
{
    constexpr char text[] = "Zalo Companion did not end in time: the disk, or the folder of its "
                            "data, does not answer. It was stopped; what it had acknowledged is "
                            "stored.\n";
    pollfd error { STDERR_FILENO, POLLOUT, 0 };
    if (::poll(&error, 1, 0) == 1 && (error.revents & POLLOUT) != 0) {
        [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text, sizeof text - 1);
    }
}

} // namespace

void endWithin(std::chrono::milliseconds limit)
{
    std::thread([limit] {
        std::this_thread::sleep_for(limit);
        sayWhy();
        std::_Exit(EXIT_FAILURE);
    }).detach();
}

void reportFileLimit()
{
    ::signal(SIGXFSZ, SIG_IGN);
}

} // namespace zalo
