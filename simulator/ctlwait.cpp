// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ctlcall.h"
#include "linefile.h"

#include <QDeadlineTimer>
#include <QFile>

#include <functional>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

// Looks again whenever something in the folder changes.
bool waitUntil(const QString& folder, int seconds, const std::function<bool()>& condition)
{
    const QDeadlineTimer deadline(qint64(seconds) * 1000);
    const int watch = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    ::inotify_add_watch(watch, QFile::encodeName(folder).constData(),
                        IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_MODIFY);
    // The watch is set before the first look, so that nothing is missed in between.
    bool holds = condition();
    while (!holds && !deadline.hasExpired()) {
        // A killed process changes no file, so look now and then without a notification.
        pollfd ready { watch, POLLIN, 0 };
        ::poll(&ready, 1, int(qMin<qint64>(deadline.remainingTime(), 500)));
        char events[4096];
        while (::read(watch, events, sizeof events) > 0) { }
        holds = condition();
    }
    ::close(watch);
    return holds;
}

} // namespace

std::optional<int> waitFor(CtlCall& call)
{
    const QString what = call.args.value(0);
    const auto ready = [&call](const QString& kind) {
        const std::optional<Peer> peer = call.peerOf(kind);
        return peer && peer->ready;
    };
    QString folder = call.home.controlFolder();
    std::function<bool()> condition;
    if (call.command != QLatin1String("wait")) {
        return {};
    }
    if (what == QLatin1String("listener")) {
        condition = [ready] { return ready(u"listen"_s); };
    } else if (what == QLatin1String("no-listener")) {
        condition = [ready] { return !ready(u"listen"_s); };
    } else if (what == QLatin1String("qr")) {
        condition = [ready] { return ready(u"login"_s); };
    } else if (what == QLatin1String("outbox") && call.args.size() == 2) {
        folder = call.home.path(u"sim"_s);
        condition = [&call, count = call.args[1].toInt()] {
            return LineFile::outbox(call.home).lines(call.profile).size() >= count;
        };
    } else {
        return CtlCall::fail(u"wait for 'listener', 'no-listener', 'qr' or 'outbox N'"_s);
    }
    if (!waitUntil(folder, call.timeout, condition)) {
        return CtlCall::fail(u"waited %1 s in vain"_s.arg(call.timeout));
    }
    return 0;
}

} // namespace zalo::sim
