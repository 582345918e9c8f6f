// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridgeapi/sending.h"

#include "activity/activitytext.h"
#include "bridge/bridgeconnection.h"
#include "bridgeapi/params.h"
#include "companion/messageservice.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

//! Whether the message, or a part of it, may have reached Zalo.
bool possiblySent(const OutboundRow& row, const Error& error)
{
    return toldState(row) == OutboundState::Uncertain
        || possiblySent(error.kind, SendStage::NotBegun)
        || std::any_of(row.parts.cbegin(), row.parts.cend(), [](const OutboundPartRow& part) {
               return part.state == OutboundState::Sending || part.state == OutboundState::Sent
                   || part.state == OutboundState::Uncertain;
           });
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
    const bool isUncertain = toldState(row) == OutboundState::Uncertain;
    const ErrorKind fallback = isUncertain ? ErrorKind::Uncertain : ErrorKind::Internal;
    RpcError error = sendError(row, row.error.value_or(Error { fallback, {} }));
    if (isUncertain) {
        error = sendError(row, { ErrorKind::Uncertain, row.error ? row.error->detail : QString() });
    }
    error.data[u"parts"_s] = partsJson(row);
    responder.refuse(error);
}

} // namespace

Result<OutboundRequest> readSend(const BridgeConnection& connection, const QJsonObject& params)
{
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
    OutboundRequest request;
    request.owner = connection.peer().gatewayId;
    request.profile = *profile;
    request.account = *account;
    request.thread = *thread;
    request.key = *key;
    request.deadline = std::chrono::milliseconds(*deadline);
    return request;
}

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

void sendAndAnswer(MessageService& messages, BridgeConnection& connection,
                   const Result<OutboundRequest>& request, const Responder& responder)
{
    if (!request) {
        refuseSend(responder, request.error());
        return;
    }
    messages.send(*request, &connection, [responder](const Result<OutboundRow>& row) {
        row ? answerSend(*row, responder) : refuseSend(responder, row.error());
    });
}

void refuseSend(const Responder& responder, const Error& error)
{
    RpcError rpcError = rpcErrorFor(error);
    rpcError.data[u"possiblySent"_s] = possiblySent(error.kind, SendStage::NotBegun);
    responder.refuse(rpcError);
}

RpcError sendError(const OutboundRow& row, const Error& error)
{
    RpcError rpcError = rpcErrorFor(error);
    rpcError.message = sendErrorText(row, error, TextLanguage::English);
    rpcError.data[u"possiblySent"_s] = possiblySent(row, error);
    return rpcError;
}

OutboundState toldState(const OutboundRow& row)
{
    if (row.state != OutboundState::Dismissed) {
        return row.state;
    }
    const bool isUncertain =
        std::any_of(row.parts.cbegin(), row.parts.cend(), [](const OutboundPartRow& part) {
            return part.state == OutboundState::Uncertain;
        });
    return isUncertain ? OutboundState::Uncertain : OutboundState::Failed;
}

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

} // namespace zalo
