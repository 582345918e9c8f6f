// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ctl.h"

#include "ctlcall.h"
#include "profiles.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

QString takeOption(QStringList& args, const QString& name)
{
    const qsizetype at = args.indexOf(name);
    if (at < 0 || at + 1 >= args.size()) {
        return {};
    }
    args.removeAt(at);
    return args.takeAt(at);
}

} // namespace

CtlCall::CtlCall(const Home& home, QStringList given)
    : home(home),
      settings(home),
      profile(takeOption(given, u"-p"_s)),
      json(given.removeAll(u"--json"_s) > 0)
{
    if (const QString seconds = takeOption(given, u"--timeout"_s); !seconds.isEmpty()) {
        timeout = seconds.toInt();
    }
    if (!given.isEmpty()) {
        command = given.takeFirst();
    }
    args = given;
}

QString CtlCall::fileProfile() const
{
    return Profiles(home).resolve(profile);
}

std::optional<Peer> CtlCall::peerOf(const QString& kind) const
{
    std::optional<Peer> best;
    for (const Peer& peer : findPeers(home, kind, profile)) {
        if (!best || peer.ready || !best->ready) {
            best = peer;
        }
    }
    return best;
}

QString CtlCall::nobody(const QString& kind) const
{
    const QString whose = profile.isEmpty() ? QString() : u" of profile '%1'"_s.arg(profile);
    return kind == QLatin1String("login") ? u"no login%1 is waiting"_s.arg(whose)
                                          : u"no listener%1 is running"_s.arg(whose);
}

std::optional<QString> CtlCall::ask(PeerConnection& connection, const QJsonObject& request) const
{
    const std::optional<QJsonObject> answer = connection.ask(request);
    if (!answer) {
        fail(u"the process ended, or did not answer in 30 s"_s);
        return {};
    }
    if (!answer->value(u"ok"_s).toBool()) {
        fail(answer->value(u"error"_s).toString());
        return {};
    }
    return answer->value(u"text"_s).toString();
}

void CtlCall::print(const QByteArray& line)
{
    ::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    ::fputc('\n', stdout);
    ::fflush(stdout);
}

int CtlCall::fail(const QString& message)
{
    ::fprintf(stderr, "zca-sim ctl: %s\n", qUtf8Printable(message));
    return 1;
}

int runCtl(const Home& home, QStringList args)
{
    CtlCall call(home, std::move(args));
    for (const auto& group : { steerProcesses, writeMessages, changeState, waitFor }) {
        if (const std::optional<int> exitCode = group(call)) {
            return *exitCode;
        }
    }
    return CtlCall::fail(u"'%1' is no command, see simulator/README.md"_s.arg(
        (QStringList(call.command) + call.args).join(u' ')));
}

} // namespace zalo::sim
