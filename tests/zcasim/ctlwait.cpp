// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ctlwait.h"

#include <QDeadlineTimer>
#include <QFile>

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace zalo::sim {

bool waitUntil(const QString& folder, int seconds, const std::function<bool()>& condition)
{
    const QDeadlineTimer deadline(qint64(seconds) * 1000);
    const int watch = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    ::inotify_add_watch(watch, QFile::encodeName(folder).constData(),
                        IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_MODIFY);
    // The watch is set before the first look, so that nothing is missed in between.
    bool holds = condition();
    while (!holds && !deadline.hasExpired()) {
        // A killed process changes no file, so look now and then without being told.
        pollfd ready { watch, POLLIN, 0 };
        ::poll(&ready, 1, int(qMin<qint64>(deadline.remainingTime(), 500)));
        char events[4096];
        while (::read(watch, events, sizeof events) > 0) { }
        holds = condition();
    }
    ::close(watch);
    return holds;
}

} // namespace zalo::sim
