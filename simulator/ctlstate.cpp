// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ctlcall.h"
#include "linefile.h"
#include "profiles.h"
#include "sessions.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

QJsonObject statusOf(const CtlCall& call, const Peer& peer)
{
    const auto answer = PeerConnection(call.home, peer).ask({ { u"command"_s, u"status"_s } });
    return answer.value_or(QJsonObject());
}

int logIn(const CtlCall& call)
{
    const QString profile = call.fileProfile();
    if (!Profiles(call.home).ensure(profile)) {
        return CtlCall::fail(u"'%1' cannot be a profile"_s.arg(profile));
    }
    const Account account = Sessions::accountFor(profile, call.args.value(0));
    CtlCall::print(Sessions(call.home).logIn(profile, account).account.id.toUtf8());
    return 0;
}

int set(CtlCall& call)
{
    for (const QString& assignment : std::as_const(call.args)) {
        if (const QString error = call.settings.assign(assignment, call.profile);
            !error.isEmpty()) {
            return CtlCall::fail(error);
        }
    }
    return 0;
}

int get(const CtlCall& call)
{
    const QString name = call.args.value(0);
    if (name.startsWith(QLatin1String("qr-p"))) {
        const std::optional<Peer> peer = call.peerOf(u"login"_s);
        if (!peer) {
            return CtlCall::fail(call.nobody(u"login"_s));
        }
        const QString value = statusOf(call, *peer).value(name).toString();
        if (value.isEmpty()) {
            return CtlCall::fail(u"this login shows no %1"_s.arg(name));
        }
        CtlCall::print(value.toUtf8());
        return 0;
    }
    for (const QJsonValue& rule : call.settings.rules()) {
        if (rule[QLatin1String("key")].toString() == name
            && (call.profile.isEmpty()
                || rule[QLatin1String("profile")].toString() == call.profile)) {
            CtlCall::print(rule[QLatin1String("value")].toString().toUtf8());
            return 0;
        }
    }
    return CtlCall::fail(u"'%1' is not set"_s.arg(name));
}

int outbox(const CtlCall& call)
{
    const LineFile box = LineFile::outbox(call.home);
    if (call.args.value(0) == QLatin1String("clear")) {
        box.clear();
        return 0;
    }
    for (const QByteArray& line : box.lines(call.profile)) {
        CtlCall::print(line);
    }
    return 0;
}

int journal(const CtlCall& call)
{
    const QString wanted = call.args.value(0);
    for (const QByteArray& line : LineFile::journal(call.home).lines(call.profile)) {
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        if (wanted.isEmpty() || entry.value(u"command"_s).toString() == wanted) {
            CtlCall::print(line);
        }
    }
    return 0;
}

int copyLogin(const CtlCall& call)
{
    const QString profile = call.fileProfile();
    const Sessions sessions(call.home);
    const QString to = sessions.credentialsPath(profile);
    if (!Profiles(call.home).ensure(profile)) {
        return CtlCall::fail(u"'%1' cannot be a profile"_s.arg(profile));
    }
    QFile::remove(to);
    return QFile::copy(sessions.credentialsPath(call.args.first()), to)
        ? 0
        : CtlCall::fail(u"'%1' is not logged in"_s.arg(call.args.first()));
}

int status(const CtlCall& call)
{
    QJsonArray processes;
    for (const Peer& peer : findPeers(call.home, {}, call.profile)) {
        QJsonObject one = statusOf(call, peer);
        one.remove(u"ok"_s);
        one[u"kind"_s] = peer.kind;
        one[u"profile"_s] = peer.profile;
        one[u"pid"_s] = peer.pid;
        one[u"ready"_s] = peer.ready;
        processes.append(one);
        if (!call.json) {
            CtlCall::print(u"%1 of %2, pid %3: %4"_s.arg(peer.kind, peer.profile)
                               .arg(peer.pid)
                               .arg(one.value(u"state"_s).toString())
                               .toUtf8());
        }
    }
    if (call.json) {
        const QJsonObject all { { u"processes"_s, processes },
                                { u"settings"_s, call.settings.rules() },
                                { u"outbox"_s,
                                  LineFile::outbox(call.home).lines(call.profile).size() } };
        CtlCall::print(QJsonDocument(all).toJson(QJsonDocument::Compact));
    }
    return 0;
}

} // namespace

std::optional<int> changeState(CtlCall& call)
{
    const QString& command = call.command;
    if (command == QLatin1String("login")) {
        return logIn(call);
    }
    if (command == QLatin1String("copy-login") && !call.args.isEmpty()) {
        return copyLogin(call);
    }
    if (command == QLatin1String("journal")) {
        return journal(call);
    }
    if (command == QLatin1String("set") && !call.args.isEmpty()) {
        return set(call);
    }
    if (command == QLatin1String("reset")) {
        call.settings.reset();
        return 0;
    }
    if (command == QLatin1String("get")) {
        return get(call);
    }
    if (command == QLatin1String("outbox")) {
        return outbox(call);
    }
    if (command == QLatin1String("status")) {
        return status(call);
    }
    return {};
}

} // namespace zalo::sim
