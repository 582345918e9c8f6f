// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "bridgeapi/methods.h"
#include "bridgeapi/params.h"
#include "bridgeapi/sending.h"
#include "companion/messageservice.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int MaxUrlUnits = 4'000;

QJsonObject outcomeJson(const std::optional<OutboundRow>& row)
{
    if (!row) {
        return { { u"state"_s, u"unknown"_s },
                 { u"messageIds"_s, QJsonArray() },
                 { u"parts"_s, QJsonArray() } };
    }
    QJsonObject json { { u"state"_s, stateName(toldState(*row)) },
                       { u"messageIds"_s, QJsonArray::fromStringList(row->messageIds()) },
                       { u"parts"_s, partsJson(*row) } };
    if (row->error) {
        const RpcError error = sendError(*row, *row->error);
        json[u"error"_s] = QJsonObject { { u"code"_s, error.code },
                                         { u"kind"_s, error.kind },
                                         { u"message"_s, error.message },
                                         { u"possiblySent"_s, error.data[u"possiblySent"] } };
    }
    return json;
}

//! Text, or a medium by path or URL: reads what is to be sent into `request`.
Result<void> readContent(const QJsonObject& params, OutboundRequest& request)
{
    const Result<QString> text = optionalTextParam(params, u"text", MaxTextUnits);
    const Result<QString> caption = optionalTextParam(params, u"caption", MaxTextUnits);
    const Result<QString> path = optionalTextParam(params, u"path", MaxUrlUnits);
    const Result<QString> url = optionalTextParam(params, u"url", MaxUrlUnits);
    const Result<QString> kindName = optionalTextParam(params, u"kind", MaxUrlUnits);
    for (const auto* value : { &text, &caption, &path, &url, &kindName }) {
        if (!*value) {
            return tl::unexpected(value->error());
        }
    }
    if (path->isEmpty() && url->isEmpty()) {
        if (text->trimmed().isEmpty()) {
            return failure(ErrorKind::BadRequest, u"“text” is missing"_s);
        }
        request.text = *text;
        return readStyles(params, request);
    }
    const std::optional<OutboundKind> kind = outboundKind(*kindName);
    static constexpr std::array kinds { OutboundKind::Image, OutboundKind::Video,
                                        OutboundKind::Voice, OutboundKind::File,
                                        OutboundKind::Url };
    if (!kind || std::find(kinds.begin(), kinds.end(), *kind) == kinds.end()) {
        return failure(ErrorKind::BadRequest,
                       u"“kind” must be image, video, voice, file or link"_s);
    }
    const bool isLink = *kind == OutboundKind::Url;
    if (isLink != path->isEmpty() || isLink == url->isEmpty()) {
        // zca would fetch an address that a chat chose; the Gateway's boundTo loader does it
        // instead.
        return failure(ErrorKind::BadRequest,
                       u"media are handed over as “path”, only links as “url”"_s);
    }
    if (!url->isEmpty()) {
        const QUrl parsed(*url, QUrl::StrictMode);
        if (!parsed.isValid() || (parsed.scheme() != u"https" && parsed.scheme() != u"http")) {
            return failure(ErrorKind::BadRequest, u"“url” must be an http or https address"_s);
        }
    }
    request.kind = *kind;
    request.text = *caption;
    request.path = *path;
    request.url = *url;
    return readStyles(params, request);
}

Result<OutboundRequest> readRequest(const BridgeConnection& connection, const QJsonObject& params)
{
    const Result<QString> replyTo = optionalTextParam(params, u"replyTo", MaxIdUnits);
    if (!replyTo) {
        return tl::unexpected(replyTo.error());
    }
    return readSend(connection, params)
        .and_then([&](OutboundRequest request) -> Result<OutboundRequest> {
            request.target = *replyTo;
            return readContent(params, request).map([&] { return std::move(request); });
        });
}

} // namespace

void addMessageMethods(BridgeServer& server, MessageService& messages)
{
    const BridgeRoles roles = BridgeRole::Gateway | BridgeRole::Cli;
    server.addMethod(u"message.send"_s, roles,
                     [&messages](BridgeConnection& connection, const QJsonObject& params,
                                 const Responder& responder) {
                         sendAndAnswer(messages, connection, readRequest(connection, params),
                                       responder);
                     });
    server.addMethod(u"message.outcome"_s, roles,
                     [&messages](BridgeConnection& connection, const QJsonObject& params,
                                 const Responder& responder) {
                         const Result<QString> key = textParam(params, u"key", MaxKeyUnits);
                         if (!key) {
                             refuseSend(responder, key.error());
                             return;
                         }
                         messages.outcome(
                             connection.peer().gatewayId, *key, &connection,
                             [responder](const Result<std::optional<OutboundRow>>& row) {
                                 row ? responder.answer(outcomeJson(*row))
                                     : refuseSend(responder, row.error());
                             });
                     });
    server.addMethod(u"typing.send"_s, roles,
                     [&messages](BridgeConnection& connection, const QJsonObject& params,
                                 const Responder& responder) {
                         const Result<QString> profile = profileParam(params);
                         const Result<ThreadRef> thread = threadParam(params);
                         if (!profile || !thread) {
                             responder.refuse(profile ? thread.error() : profile.error());
                             return;
                         }
                         messages.sendTyping(
                             *profile, *thread, &connection, [responder](const Result<void>& done) {
                                 done ? responder.answer({}) : responder.refuse(done.error());
                             });
                     });
}

} // namespace zalo
