// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "signalwatch.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace zalo::sim {

void installSignals(bool ignore)
{
    const auto end = [](int signal) { ::_exit(128 + signal); };
    ::signal(SIGTERM, ignore ? SIG_IGN : +end);
    ::signal(SIGINT, ignore ? SIG_IGN : +end);
    ::signal(SIGPIPE, SIG_IGN);
}

SignalWatch::SignalWatch(bool ignore)
{
    if (ignore) {
        return;
    }
    sigset_t both;
    ::sigemptyset(&both);
    ::sigaddset(&both, SIGTERM);
    ::sigaddset(&both, SIGINT);
    ::sigprocmask(SIG_BLOCK, &both, nullptr);
    m_handle = ::signalfd(-1, &both, SFD_CLOEXEC);
    auto* notifier = new QSocketNotifier(m_handle, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo info {};
        if (::read(m_handle, &info, sizeof info) == sizeof info) {
            QCoreApplication::exit(128 + int(info.ssi_signo));
        }
    });
}

SignalWatch::~SignalWatch()
{
    if (m_handle >= 0) {
        ::close(m_handle);
    }
}

} // namespace zalo::sim
