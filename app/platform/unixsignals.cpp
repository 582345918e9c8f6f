// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/unixsignals.h"

#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace zalo {
namespace {

// A handler may only touch what is async-signal-safe: the write end of a pipe.
int pipeEnds[2] = { -1, -1 };

void writeSignal(int number)
{
    const char byte = char(number);
    [[maybe_unused]] const ssize_t written = write(pipeEnds[1], &byte, 1);
}

//! Installs the handler. SIGHUP that is ignored already (`nohup`), or SIGINT (`&` in a script),
//! stays so: whoever started us wants us to outlive the terminal, or its Ctrl+C.
bool handle(int number, const struct sigaction& action)
{
    struct sigaction before
    {
    };
    if (sigaction(number, nullptr, &before) != 0) {
        return false;
    }
    return (number != SIGTERM && before.sa_handler == SIG_IGN)
        || sigaction(number, &action, nullptr) == 0;
}

} // namespace

UnixSignals::UnixSignals(QObject* parent)
    : QObject(parent)
{ }

UnixSignals::~UnixSignals() = default;

bool UnixSignals::start()
{
    if (pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0) {
        return false;
    }
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (read(pipeEnds[0], &byte, 1) == 1) {
            emit endRequested(byte);
        }
    });
    struct sigaction action = {};
    action.sa_handler = writeSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    return handle(SIGTERM, action) && handle(SIGINT, action) && handle(SIGHUP, action);
}

} // namespace zalo
