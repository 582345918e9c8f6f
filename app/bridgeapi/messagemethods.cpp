// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "activity/activitytext.h"
#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "bridgeapi/methods.h"
#include "bridgeapi/params.h"
#include "companion/messageservice.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int MaxKeyUnits = 200;
constexpr int MaxIdUnits = 30;
constexpr int MaxTextUnits = 200'000;
constexpr int MaxUrlUnits = 4'000;

QJsonArray partsJson(const OutboundRow& row)
{
    QJsonArray parts;
    for (qsizetype i = 0; i < row.parts.size(); ++i) {
        const OutboundPartRow& part = row.parts.at(i);
        QJsonObject json { { u"kind"_s, kindName(row.partKind(i)) },
                           { u"state"_s, stateName(part.state) } };
        if (!part.messageIds.isEmpty()) {
            json[u"messageId"_s] = part.messageIds.first();
        }
        parts.append(json);
    }
    return parts;
}

//! Whether the message, or a part of it, may have reached Zalo.
bool possiblySent(const OutboundRow& row, const Error& error)
{
    return row.state == OutboundState::Uncertain || possiblySent(error.kind, SendStage::NotBegun)
        || std::any_of(row.parts.cbegin(), row.parts.cend(), [](const OutboundPartRow& part) {
               return part.state == OutboundState::Sending || part.state == OutboundState::Sent
                   || part.state == OutboundState::Uncertain;
           });
}

//! Why a message was not sent, as the Gateway hears it.
RpcError sendError(const OutboundRow& row, const Error& error)
{
    RpcError rpcError = rpcErrorFor(error);
    rpcError.message = sendErrorText(row, error, TextLanguage::English);
    rpcError.data[u"possiblySent"_s] = possiblySent(row, error);
    return rpcError;
}

//! A refusal that names no message of ours.
void refuseSend(const Responder& responder, const Error& error)
{
    RpcError rpcError = rpcErrorFor(error);
    rpcError.data[u"possiblySent"_s] = possiblySent(error.kind, SendStage::NotBegun);
    responder.refuse(rpcError);
}

void answerSend(const OutboundRow& row, const Responder& responder)
{
    const QStringList ids = row.messageIds();
    if (row.state == OutboundState::Sent) {
        responder.answer(
            { { u"state"_s, stateName(row.state) },
              { u"messageIds"_s, QJsonArray::fromStringList(ids) },
              { u"messageId"_s, ids.isEmpty() ? QJsonValue() : QJsonValue(ids.first()) } });
        return;
    }
    const ErrorKind fallback =
        row.state == OutboundState::Uncertain ? ErrorKind::Uncertain : ErrorKind::Internal;
    RpcError error = sendError(row, row.error.value_or(Error { fallback, {} }));
    if (row.state == OutboundState::Uncertain) {
        error = sendError(row, { ErrorKind::Uncertain, row.error ? row.error->detail : QString() });
    }
    error.data[u"parts"_s] = partsJson(row);
    responder.refuse(error);
}

QJsonObject outcomeJson(const std::optional<OutboundRow>& row)
{
    if (!row) {
        return { { u"state"_s, u"unknown"_s },
                 { u"messageIds"_s, QJsonArray() },
                 { u"parts"_s, QJsonArray() } };
    }
    QJsonObject json { { u"state"_s, stateName(row->state) },
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

//! How the text or caption looks.
Result<void> readStyles(const QJsonObject& params, OutboundRequest& request)
{
    const QJsonValue json = params[u"styles"];
    if (!json.isUndefined() && !json.isArray()) {
        return failure(ErrorKind::BadRequest, u"“styles” must be a list"_s);
    }
    return stylesFromJson(json.toArray(), request.text.size()).map([&](const StyleSpans& styles) {
        request.styles = styles;
    });
}

//! Text, or a medium by path or URL: reads what is to be sent into `request`.
Result<void> readContent(const QJsonObject& params, OutboundRequest& request)
{
    const Result<QString> text = optionalTextParam(params, u"text", MaxTextUnits);
    const Result<QString> caption = optionalTextParam(params, u"caption", MaxTextUnits);
    const Result<QString> path = optionalTextParam(params, u"path", MaxUrlUnits);
    const Result<QString> url = optionalTextParam(params, u"url", MaxUrlUnits);
    for (const auto* value : { &text, &caption, &path, &url }) {
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
    const std::optional<OutboundKind> kind = outboundKind(params[u"kind"].toString());
    if (!kind || *kind == OutboundKind::Text) {
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
    if (!path->isEmpty()) {
        const QFileInfo file(*path);
        if (!file.isAbsolute() || !file.isFile() || !file.isReadable() || file.isSymLink()) {
            return failure(ErrorKind::FileUnreadable, *path);
        }
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
    OutboundRequest request;
    request.owner = connection.peer().gatewayId;
    const Result<QString> profile = profileParam(params);
    const Result<QString> account = optionalTextParam(params, u"account", MaxIdUnits);
    const Result<ThreadRef> thread = threadParam(params);
    const Result<QString> key = textParam(params, u"key", MaxKeyUnits);
    const Result<qint64> deadline = numberParam(params, u"deadlineMs", 30'000, 1'000, 600'000);
    if (!profile) {
        return tl::unexpected(profile.error());
    }
    if (!account) {
        return tl::unexpected(account.error());
    }
    if (!thread) {
        return tl::unexpected(thread.error());
    }
    if (!key) {
        return tl::unexpected(key.error());
    }
    if (!deadline) {
        return tl::unexpected(deadline.error());
    }
    if (const Result<void> content = readContent(params, request); !content) {
        return tl::unexpected(content.error());
    }
    request.profile = *profile;
    request.account = *account;
    request.thread = *thread;
    request.key = *key;
    request.deadline = std::chrono::milliseconds(*deadline);
    return request;
}

} // namespace

void addMessageMethods(BridgeServer& server, MessageService& messages)
{
    const BridgeRoles roles = BridgeRole::Gateway | BridgeRole::Cli;
    server.addMethod(
        u"message.send"_s, roles,
        [&messages](BridgeConnection& connection, const QJsonObject& params,
                    const Responder& responder) {
            const Result<OutboundRequest> request = readRequest(connection, params);
            if (!request) {
                refuseSend(responder, request.error());
                return;
            }
            messages.send(*request, &connection, [responder](const Result<OutboundRow>& row) {
                row ? answerSend(*row, responder) : refuseSend(responder, row.error());
            });
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
