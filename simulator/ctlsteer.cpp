// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ctlcall.h"
#include "sessions.h"

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

const auto commandKey = u"command"_s;
const auto listenKind = u"listen"_s;
const auto loginKind = u"login"_s;

int steer(const CtlCall& call, const QString& kind, QJsonObject request)
{
    const std::optional<Peer> peer = call.peerOf(kind);
    if (!peer) {
        return CtlCall::fail(call.nobody(kind));
    }
    request[commandKey] = call.command;
    PeerConnection connection(call.home, *peer);
    const std::optional<QString> text = call.ask(connection, request);
    if (text && !text->isEmpty()) {
        CtlCall::print(text->toUtf8());
    }
    return text ? 0 : 1;
}

void notifyAll(const CtlCall& call, const QString& profile, const QString& command)
{
    for (const Peer& peer : findPeers(call.home, {}, profile)) {
        // One that is deaf or about to end has nothing to add.
        [[maybe_unused]] const auto answer =
            PeerConnection(call.home, peer).ask({ { commandKey, command } });
    }
}

} // namespace

std::optional<int> steerProcesses(CtlCall& call)
{
    const QString& command = call.command;
    const QString first = call.args.value(0);
    if (command == QLatin1String("scan")) {
        return steer(call, loginKind, { { u"name"_s, first } });
    }
    if (command == QLatin1String("confirm") || command == QLatin1String("decline")
        || command == QLatin1String("expire")) {
        return steer(call, loginKind, {});
    }
    if (command == QLatin1String("drop") || command == QLatin1String("black-hole")) {
        return steer(call, listenKind, {});
    }
    if (command == QLatin1String("kick")
        && (first == QLatin1String("3000") || first == QLatin1String("3003"))) {
        return steer(call, listenKind, { { u"code"_s, first.toInt() } });
    }
    if (command == QLatin1String("net")
        && (first == QLatin1String("on") || first == QLatin1String("off"))) {
        call.settings.assign(u"net="_s + first, {});
        if (first == QLatin1String("off")) {
            notifyAll(call, {}, u"offline"_s);
        }
        return 0;
    }
    if (command == QLatin1String("cookie-expire")) {
        const QString profile = call.fileProfile();
        if (!Sessions(call.home).expire(profile)) {
            return CtlCall::fail(u"profile '%1' is not logged in"_s.arg(profile));
        }
        // A connection outlives its cookie, unless Zalo closes it as well.
        if (first == QLatin1String("closed")) {
            notifyAll(call, profile, u"cookie-expired"_s);
        }
        return 0;
    }
    return {};
}

} // namespace zalo::sim
