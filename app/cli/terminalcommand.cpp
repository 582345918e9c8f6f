// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "cli/terminalcommand.h"

#include "cli/statustext.h"
#include "core/ids.h"
#include "core/timing.h"
#include "rpc/rpcchannel.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QTextStream>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

using Request = TerminalCommand::Request;

void print(FILE* where, const QString& text)
{
    QTextStream(where) << text;
}

QString jsonText(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented));
}

Result<Request> gatewaysRequest(const QStringList& words)
{
    const QString verb = words.value(1, u"list"_s);
    if (verb == u"list" && words.size() <= 2) {
        return Request { u"status.get"_s, {}, Request::Show::Gateways };
    }
    if ((verb == u"approve" || verb == u"revoke") && words.size() == 3) {
        return Request { u"gateways."_s + verb, { { u"id"_s, words[2] } }, Request::Show::Done };
    }
    return failure(ErrorKind::BadRequest,
                   u"zalo-companion gateways [list | approve ID | revoke ID]"_s);
}

Result<Request> requestFor(const QStringList& words)
{
    const QString& command = words.first();
    if (command == u"gateways") {
        return gatewaysRequest(words);
    }
    if (command == u"forget") {
        if (words.size() == 1) {
            return Request { u"status.get"_s, {}, Request::Show::WhatIsForgotten };
        }
        if (words.mid(1) != QStringList { u"everything"_s }) {
            return failure(ErrorKind::BadRequest, u"zalo-companion forget [everything]"_s);
        }
        return Request { u"data.forget"_s, {}, Request::Show::Done };
    }
    if (command == u"reconnect") {
        const QString profile = words.value(1, defaultProfile());
        if (words.size() > 2 || !isProfileName(profile)) {
            return failure(ErrorKind::BadRequest, u"zalo-companion reconnect [PROFILE]"_s);
        }
        return Request { u"reconnect"_s, { { u"profile"_s, profile } }, Request::Show::Done };
    }
    if (words.size() > 1) {
        return failure(ErrorKind::BadRequest, u"zalo-companion %1"_s.arg(command));
    }
    if (command == u"begin-anew") {
        return Request { u"data.beginAnew"_s, {}, Request::Show::Done };
    }
    if (command == u"quit") {
        return Request { u"quit"_s, { { u"byUser"_s, true } }, Request::Show::Done };
    }
    return Request { u"status.get"_s, {}, Request::Show::Status };
}

QString gatewaysText(const QJsonObject& snapshot)
{
    QString text;
    const QJsonArray gateways = snapshot[u"bridge"][u"gateways"].toArray();
    for (const auto& gateway : gateways) {
        const bool approved = gateway[u"state"].toString() == u"approved";
        const QString state = gateway[u"connected"].toBool() ? TerminalCommand::tr("connected")
            : approved                                       ? TerminalCommand::tr("approved")
                       : TerminalCommand::tr("waits for approval");
        text += gateway[u"id"].toString() + u"  "_s + state + u"  "_s + gateway[u"label"].toString()
            + u'\n';
    }
    return text.isEmpty() ? TerminalCommand::tr("No Gateway has used this companion yet.") + u'\n'
                          : text;
}

QJsonObject waitingOf(const QJsonObject& snapshot)
{
    qint64 toDeliver = 0;
    qint64 toSend = 0;
    const QJsonArray profiles = snapshot[u"profiles"].toArray();
    for (const auto& profile : profiles) {
        toDeliver += profile[u"queue"][u"inboundWaiting"].toInteger();
        toSend += profile[u"queue"][u"outboundWaiting"].toInteger();
    }
    return { { u"inboundWaiting"_s, toDeliver }, { u"outboundWaiting"_s, toSend } };
}

QString forgottenText(const QJsonObject& snapshot)
{
    const QJsonObject waiting = waitingOf(snapshot);
    const int count =
        int(waiting[u"inboundWaiting"].toInteger() + waiting[u"outboundWaiting"].toInteger());
    QString text = TerminalCommand::tr(
        "This deletes all messages and what became of them, contacts and their pictures, gaps, and "
        "the keys of Gateways. Settings stay, and so does zca's login to Zalo: end it first with "
        "“openclaw channels logout --channel zalouser”.");
    if (count > 0) {
        text +=
            u'\n' + TerminalCommand::tr("%n message(s) that wait would be lost.", nullptr, count);
    }
    return text + u'\n' + TerminalCommand::tr("To do it: zalo-companion forget everything") + u'\n';
}

} // namespace

std::optional<Result<Request>> TerminalCommand::parse(const QStringList& words, bool json)
{
    static const QStringList commands { u"status"_s,   u"quit"_s,   u"reconnect"_s,
                                        u"gateways"_s, u"forget"_s, u"begin-anew"_s };
    if (words.isEmpty() || !commands.contains(words.first())) {
        return std::nullopt;
    }
    Result<Request> request = requestFor(words);
    if (request) {
        request->json = json;
        if (json) {
            request->params[u"language"_s] = u"english"_s;
        }
    }
    return request;
}

TerminalCommand::TerminalCommand(const Request& request, const QString& socketPath, QObject* parent)
    : QObject(parent),
      m_request(request),
      m_socketPath(socketPath),
      m_socket(new QLocalSocket),
      m_channel(new RpcChannel(m_socket, {}, this))
{ }

void TerminalCommand::start()
{
    connect(m_socket, &QLocalSocket::connected, this, [this] {
        m_channel->request(this, m_request.method, m_request.params, Timing().callDeadline,
                           [this](const RpcReply& reply) { show(reply); });
    });
    connect(m_socket, &QLocalSocket::errorOccurred, this, [this] {
        if (m_socket->state() != QLocalSocket::ConnectedState) {
            disconnect(m_socket, nullptr, this, nullptr);
            fail(errorKindName(ErrorKind::NotRunning), errorText({ ErrorKind::NotRunning, {} }));
        }
    });
    m_channel->start();
    m_socket->connectToServer(m_socketPath);
}

void TerminalCommand::show(const RpcReply& reply)
{
    disconnect(m_socket, nullptr, this, nullptr);
    if (!reply) {
        fail(reply.error().kind, reply.error().message);
        return;
    }
    const QJsonObject& answer = *reply;
    ExitStatus status = ExitStatus::Well;
    switch (m_request.show) {
    case Request::Show::Status:
        print(stdout, m_request.json ? jsonText(answer) : statusText(answer));
        status = allIsWell(answer) ? ExitStatus::Well : ExitStatus::NeedsYou;
        break;
    case Request::Show::Gateways:
        print(stdout,
              m_request.json ? jsonText({ { u"gateways"_s, answer[u"bridge"][u"gateways"] } })
                             : gatewaysText(answer));
        break;
    case Request::Show::WhatIsForgotten:
        print(stdout, m_request.json ? jsonText(waitingOf(answer)) : forgottenText(answer));
        status = ExitStatus::NeedsYou;
        break;
    case Request::Show::Done:
        print(stdout, m_request.json ? jsonText({ { u"done"_s, true } }) : tr("Done.") + u'\n');
        break;
    }
    emit finished(status);
}

void TerminalCommand::fail(const QString& kind, const QString& text)
{
    if (m_request.json) {
        print(
            stdout,
            jsonText({ { u"error"_s, QJsonObject { { u"kind"_s, kind }, { u"text"_s, text } } } }));
    } else {
        print(stderr, text + u'\n');
    }
    emit finished(ExitStatus::Failed);
}

} // namespace zalo
