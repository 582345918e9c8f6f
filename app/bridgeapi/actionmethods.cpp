// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "bridgeapi/methods.h"
#include "bridgeapi/params.h"
#include "bridgeapi/sending.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int MaxEmojiUnits = 30;

using Params = const QJsonObject&;
//! Reads what a method takes besides what every send takes.
using Reader = std::function<Result<void>(Params params, OutboundRequest& request)>;

Result<void> readSticker(Params params, OutboundRequest& request)
{
    return idParam(params, u"stickerId").map([&](const QString& id) {
        request.kind = OutboundKind::Sticker;
        request.text = id;
    });
}

//! The message that `kind` is done to.
Result<void> readTarget(Params params, OutboundKind kind, OutboundRequest& request)
{
    return idParam(params, u"messageId").map([&](const QString& id) {
        request.kind = kind;
        request.target = id;
    });
}

Result<void> readReaction(Params params, OutboundRequest& request)
{
    const Result<QString> emoji = optionalTextParam(params, u"emoji", MaxEmojiUnits);
    if (!emoji) {
        return tl::unexpected(emoji.error());
    }
    request.text = *emoji;
    return readTarget(params, OutboundKind::Reaction, request);
}

Result<void> readUnsend(Params params, OutboundRequest& request)
{
    return readTarget(params, OutboundKind::Unsend, request);
}

Result<void> readEdit(Params params, OutboundRequest& request)
{
    const Result<QString> text = textParam(params, u"text", MaxTextUnits);
    if (!text) {
        return tl::unexpected(text.error());
    }
    if (text->trimmed().isEmpty()) {
        return failure(ErrorKind::BadRequest, u"“text” is missing"_s);
    }
    request.text = *text;
    return readStyles(params, request).and_then([&] { return readUnsend(params, request); });
}

} // namespace

void addActionMethods(BridgeServer& server, MessageService& messages)
{
    const std::pair<QString, Reader> methods[] { { u"message.sticker"_s, readSticker },
                                                 { u"message.react"_s, readReaction },
                                                 { u"message.unsend"_s, readUnsend },
                                                 { u"message.edit"_s, readEdit } };
    for (const auto& [name, reader] : methods) {
        server.addMethod(
            name, BridgeRole::Gateway | BridgeRole::Cli,
            [&messages, read = reader](BridgeConnection& connection, Params params,
                                       const Responder& responder) {
                const auto whole = [&](OutboundRequest request) -> Result<OutboundRequest> {
                    return read(params, request).map([&] { return std::move(request); });
                };
                sendAndAnswer(messages, connection, readSend(connection, params).and_then(whole),
                              responder);
            });
    }
}

} // namespace zalo
