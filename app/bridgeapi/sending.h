// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "bridge/methodregistry.h"
#include "relay/outboundrequest.h"

#include <QJsonArray>

namespace zalo {

class BridgeConnection;
class MessageService;

// What message.send and its kin have in common on the bridge (PROTOCOL.md).

constexpr int MaxKeyUnits = 200;
constexpr int MaxTextUnits = 200'000;

//! `profile`, `account`, `threadId`, `isGroup`, `key` and `deadlineMs`.
[[nodiscard]] Result<OutboundRequest> readSend(const BridgeConnection& connection,
                                               const QJsonObject& params);

//! `styles` of a text or caption that has been read.
[[nodiscard]] Result<void> readStyles(const QJsonObject& params, OutboundRequest& request);

//! Sends it, and answers what became of it; an error of the request is refused.
void sendAndAnswer(MessageService& messages, BridgeConnection& connection,
                   const Result<OutboundRequest>& request, const Responder& responder);

//! A refusal that names no message of ours.
void refuseSend(const Responder& responder, const Error& error);

//! Why a message was not sent, as the Gateway hears it.
[[nodiscard]] RpcError sendError(const OutboundRow& row, const Error& error);

//! The state of a message as the Gateway hears it: that a person has settled it changes nothing for
//! who asked for it.
[[nodiscard]] OutboundState toldState(const OutboundRow& row);

[[nodiscard]] QJsonArray partsJson(const OutboundRow& row);

} // namespace zalo
