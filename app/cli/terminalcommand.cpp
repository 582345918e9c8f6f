// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "cli/terminalcommand.h"

#include "cli/pairingcommands.h"
#include "cli/profilecommands.h"
#include "cli/statustext.h"
#include "cli/terminaloutput.h"
#include "core/ids.h"
#include "core/timing.h"
#include "rpc/rpcchannel.h"

#include <QJsonArray>
#include <QLocalSocket>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

using Request = TerminalCommand::Request;

Result<Request> gatewaysRequest(const QStringList& arguments)
{
    const QString verb = arguments.value(1, u"list"_s);
    if (verb == u"list" && arguments.size() <= 2) {
        return Request { u"status.get"_s, {}, Request::Show::Gateways };
    }
    if ((verb == u"approve" || verb == u"refuse" || verb == u"revoke") && arguments.size() == 3) {
        return Request { u"gateways."_s + verb,
                         { { u"id"_s, arguments[2] } },
                         Request::Show::Done };
    }
    return failure(ErrorKind::BadRequest,
                   u"zalo-companion gateways [list | approve ID | refuse ID | revoke ID]"_s);
}

Result<Request> requestFor(const QStringList& arguments, const TerminalCommand::Flags& flags)
{
    const QString& command = arguments.first();
    if (command == u"gateways") {
        return gatewaysRequest(arguments);
    }
    if (command == u"pairing") {
        return pairingRequest(arguments);
    }
    if (command == u"profiles") {
        return profilesRequest(arguments);
    }
    if (command == u"reconnect") {
        const QString profile = arguments.value(1, defaultProfile());
        if (arguments.size() > 2 || !isProfileName(profile)) {
            return failure(ErrorKind::BadRequest, u"zalo-companion reconnect [PROFILE]"_s);
        }
        return Request { u"reconnect"_s, { { u"profile"_s, profile } }, Request::Show::Connected };
    }
    if (arguments.size() > 1) {
        return failure(ErrorKind::BadRequest, u"zalo-companion %1"_s.arg(command));
    }
    if (command == u"reset") {
        if (flags.keepsDamaged) {
            return Request { u"data.reset"_s, { { u"keepDamaged"_s, true } }, Request::Show::Done };
        }
        return flags.isAgreed ? Request { u"data.reset"_s, {}, Request::Show::Done }
                              : Request { u"status.get"_s, {}, Request::Show::ResetQuestion };
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
        const QJsonArray others = profile[u"otherAccounts"].toArray();
        for (const auto& other : others) {
            toDeliver += other[u"queue"][u"inboundWaiting"].toInteger();
            toSend += other[u"queue"][u"outboundWaiting"].toInteger();
        }
    }
    return { { u"inboundWaiting"_s, toDeliver }, { u"outboundWaiting"_s, toSend } };
}

QString resetText(const QJsonObject& snapshot)
{
    const QJsonObject waiting = waitingOf(snapshot);
    const int count =
        int(waiting[u"inboundWaiting"].toInteger() + waiting[u"outboundWaiting"].toInteger());
    QString text = TerminalCommand::tr(
        "This deletes all messages and what became of them, contacts and their pictures, gaps, and "
        "the keys of Gateways. Settings stay, and so does zca's login to Zalo: end it first with "
        "“openclaw channels logout --channel zalouser”. A Gateway that was let in stays out until "
        "you let it ask again on its own side: “openclaw channels status --probe” says how.");
    if (count > 0) {
        text +=
            u'\n' + TerminalCommand::tr("%n message(s) that wait would be lost.", nullptr, count);
    }
    return text + u'\n';
}

QString connectedText(const QJsonObject& answer)
{
    return answer[u"connected"].toBool()
        ? TerminalCommand::tr("Connected.")
        : TerminalCommand::tr("Not connected yet; it goes on trying. What becomes of it: "
                              "zalo-companion status");
}

} // namespace

std::optional<Result<Request>> TerminalCommand::parse(const QStringList& arguments,
                                                      const Flags& flags)
{
    static const QStringList commands { u"status"_s,  u"quit"_s,     u"reconnect"_s, u"gateways"_s,
                                        u"pairing"_s, u"profiles"_s, u"reset"_s };
    if (arguments.isEmpty() || !commands.contains(arguments.first())) {
        return std::nullopt;
    }
    Result<Request> request = requestFor(arguments, flags);
    if (request) {
        request->json = flags.json;
        if (flags.json) {
            request->params[u"language"_s] = u"english"_s;
        }
    }
    return request;
}

TerminalCommand::TerminalCommand(const Request& request, const QString& dataFolder, QObject* parent)
    : QObject(parent),
      m_request(request),
      m_owner(dataFolder, Timing().ownerPatience)
{
    connect(&m_question, &TerminalQuestion::answered, this, &TerminalCommand::onAnswer);
}

void TerminalCommand::start()
{
    connect(&m_owner, &OwnerConnection::connected, this, [this](QLocalSocket* socket) {
        m_channel = new RpcChannel(socket, {}, this);
        m_channel->start();
        send(m_request.method, m_request.params);
    });
    connect(&m_owner, &OwnerConnection::failed, this,
            [this](const Error& error) { fail(errorKindName(error.kind), errorText(error)); });
    m_owner.start();
}

void TerminalCommand::send(const QString& method, const QJsonObject& params)
{
    m_channel->request(this, method, params, Timing().callDeadline,
                       [this](const RpcReply& reply) { show(reply); });
}

void TerminalCommand::show(const RpcReply& reply)
{
    if (!reply) {
        fail(reply.error().kind, reply.error().message);
        return;
    }
    const QJsonObject& answer = *reply;
    ExitStatus status = ExitStatus::Success;
    switch (m_request.show) {
    case Request::Show::Status:
        m_request.json ? print(answer) : print(stdout, statusText(answer));
        status = isHealthy(answer) ? ExitStatus::Success : ExitStatus::ActionRequired;
        break;
    case Request::Show::Gateways:
        m_request.json ? print({ { u"gateways"_s, answer[u"bridge"][u"gateways"] } })
                       : print(stdout, gatewaysText(answer));
        break;
    case Request::Show::Profiles:
        m_request.json ? print({ { u"profiles"_s, answer[u"profiles"] } })
                       : print(stdout, profilesText(answer));
        break;
    case Request::Show::AddedProfile:
        m_request.json ? print(answer) : print(stdout, addedProfileText(answer));
        break;
    case Request::Show::Pairings:
        m_request.json ? print(answer) : print(stdout, pairingsText(answer));
        break;
    case Request::Show::ApprovedPairing:
        m_request.json ? print({ { u"done"_s, true } })
                       : print(stdout, approvedPairingText(answer));
        break;
    case Request::Show::DismissedPairing:
        m_request.json ? print({ { u"done"_s, true } }) : print(stdout, dismissedPairingText());
        break;
    case Request::Show::ResetQuestion:
        showResetQuestion(answer);
        return;
    case Request::Show::Connected:
        m_request.json ? print(answer) : print(stdout, connectedText(answer) + u'\n');
        break;
    case Request::Show::Done:
        m_request.json ? print({ { u"done"_s, true } }) : print(stdout, tr("Done.") + u'\n');
        break;
    }
    emit finished(status);
}

void TerminalCommand::showResetQuestion(const QJsonObject& snapshot)
{
    if (m_request.json) {
        print(waitingOf(snapshot));
    } else {
        print(stdout, resetText(snapshot));
        if (TerminalQuestion::isPossible()) {
            m_question.ask();
            return;
        }
        print(stdout, tr("Nothing was done yet. To do it: zalo-companion reset --yes") + u'\n');
    }
    emit finished(ExitStatus::ActionRequired);
}

void TerminalCommand::onAnswer(bool yes)
{
    if (yes) {
        m_request.show = Request::Show::Done;
        send(u"data.reset"_s, {});
        return;
    }
    print(stdout, tr("Nothing was done.") + u'\n');
    emit finished(ExitStatus::ActionRequired);
}

void TerminalCommand::fail(const QString& kind, const QString& text)
{
    if (m_request.json) {
        print({ { u"error"_s, QJsonObject { { u"kind"_s, kind }, { u"text"_s, text } } } });
    } else {
        print(stderr, text + u'\n');
    }
    emit finished(ExitStatus::Failed);
}

} // namespace zalo
