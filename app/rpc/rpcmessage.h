// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

namespace zalo {

//! An error as it travels on the bridge (PROTOCOL.md, Errors).
struct RpcError
{
    int code = -32000;
    QString kind; //!< `data.kind`
    QString message; //!< one English sentence that says what to do next
    QJsonObject data = {}; //!< further members of `data`, without `kind`

    friend bool operator==(const RpcError&, const RpcError&) = default;
};

using RpcReply = tl::expected<QJsonObject, RpcError>;

//! The bridge's code, kind and English sentence for one of our errors.
[[nodiscard]] RpcError rpcErrorFor(const Error& error);

//! −32601 for a method nobody answers.
[[nodiscard]] RpcError unknownMethod(const QString& method);

//! One line of the bridge, taken apart.
struct RpcMessage
{
    enum class Type
    {
        Request,
        Notification,
        Result,
        Error
    };

    Type type = Type::Notification;
    QJsonValue id = QJsonValue::Null; //!< a number or a string; null in an error that answers no id
    QString method = {};
    QJsonObject params = {};
    QJsonObject result = {};
    RpcError error = {};
};

//! Why a line is no message, and what follows from it.
struct RpcFault
{
    enum class Of
    {
        Line, //!< not JSON at all: answered with id null, then closed
        Request, //!< answered under `id`
        Notification, //!< never answered
        Answer //!< a malformed answer to our request `id`
    };

    Of of = Of::Line;
    RpcError error;
    QJsonValue id = QJsonValue::Null;
};

//! Takes one line (without its line end) apart.
[[nodiscard]] tl::expected<RpcMessage, RpcFault> parseRpcLine(const QByteArray& line);

//! An object as a line holds it.
[[nodiscard]] QByteArray compactJson(const QJsonObject& object);

// One line each, compact, with its line end.
[[nodiscard]] QByteArray rpcRequest(qint64 id, const QString& method, const QJsonObject& params);
[[nodiscard]] QByteArray rpcNotification(const QString& method, const QJsonObject& params);
//! `result`: a compact JSON object (compactJson()).
[[nodiscard]] QByteArray rpcResult(const QJsonValue& id, const QByteArray& result);
[[nodiscard]] QByteArray rpcErrorLine(const QJsonValue& id, const RpcError& error);

} // namespace zalo
