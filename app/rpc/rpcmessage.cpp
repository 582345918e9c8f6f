// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "rpc/rpcmessage.h"

#include "core/errorentry.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace zalo {
namespace {

using namespace Qt::StringLiterals;

RpcError badRequest(const QString& why)
{
    return { -32600, u"request"_s, u"This is no JSON-RPC 2.0 message: %1."_s.arg(why) };
}

tl::unexpected<RpcFault> fault(RpcFault::Of of, const RpcError& error,
                               const QJsonValue& id = QJsonValue::Null)
{
    return tl::unexpected(RpcFault { of, error, id });
}

bool isId(const QJsonValue& value)
{
    return value.isDouble() || value.isString();
}

tl::expected<RpcMessage, RpcFault> parseCall(const QJsonObject& object, const QJsonValue& id)
{
    const bool isRequest = object.contains("id"_L1);
    if (isRequest && !isId(id)) {
        return fault(RpcFault::Of::Request, badRequest(u"an id is a number or a string"_s));
    }
    const auto of = isRequest ? RpcFault::Of::Request : RpcFault::Of::Notification;
    RpcMessage message;
    message.type = isRequest ? RpcMessage::Type::Request : RpcMessage::Type::Notification;
    message.id = id;
    message.method = object.value("method"_L1).toString();
    if (message.method.isEmpty()) {
        return fault(of, badRequest(u"the method's name is missing"_s), id);
    }
    const QJsonValue params = object.value("params"_L1);
    if (!params.isUndefined() && !params.isObject()) {
        return fault(of, { -32602, u"params"_s, u"The parameters have to be one object."_s }, id);
    }
    message.params = params.toObject();
    return message;
}

tl::expected<RpcMessage, RpcFault> parseAnswer(const QJsonObject& object, const QJsonValue& id)
{
    RpcMessage message;
    message.id = id;
    if (object.contains("error"_L1)) {
        const QJsonObject error = object.value("error"_L1).toObject();
        if (!error.value("code"_L1).isDouble()) {
            return fault(RpcFault::Of::Answer, badRequest(u"an error has a code"_s), id);
        }
        QJsonObject data = error.value("data"_L1).toObject();
        const QString kind = data.take("kind"_L1).toString();
        message.type = RpcMessage::Type::Error;
        message.error = { error.value("code"_L1).toInt(), kind,
                          error.value("message"_L1).toString(), data };
        return message;
    }
    if (!object.value("result"_L1).isObject()) {
        return fault(RpcFault::Of::Answer, badRequest(u"a result is an object"_s), id);
    }
    message.type = RpcMessage::Type::Result;
    message.result = object.value("result"_L1).toObject();
    return message;
}

QByteArray toLine(const QJsonObject& object)
{
    return compactJson(object) + '\n';
}

//! One value, as it stands in an object.
QByteArray compactJson(const QJsonValue& value)
{
    const QByteArray list = QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

} // namespace

QByteArray compactJson(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

RpcError rpcErrorFor(const Error& error)
{
    return { int(errorEntry(error.kind).code), errorKindName(error.kind),
             errorText(error, TextLanguage::English) };
}

RpcError unknownMethod(const QString& method)
{
    return { -32601, u"method"_s, u"There is no method “%1”."_s.arg(method.left(100)) };
}

tl::expected<RpcMessage, RpcFault> parseRpcLine(const QByteArray& line)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return fault(RpcFault::Of::Line,
                     { -32700, u"parse"_s,
                       u"The line is no JSON object in UTF-8: %1."_s.arg(problem.errorString()) });
    }
    if (!document.isObject()) {
        return fault(RpcFault::Of::Request,
                     badRequest(u"batches are not spoken here, one object a line"_s));
    }
    const QJsonObject object = document.object();
    const QJsonValue id = object.value("id"_L1);
    const QJsonValue knownId = isId(id) ? id : QJsonValue(QJsonValue::Null);
    const bool isAnswer = !object.contains("method"_L1)
        && (object.contains("result"_L1) || object.contains("error"_L1));
    if (object.value("jsonrpc"_L1).toString() != "2.0"_L1) {
        return fault(isAnswer ? RpcFault::Of::Answer : RpcFault::Of::Request,
                     badRequest(u"“jsonrpc” has to be “2.0”"_s), knownId);
    }
    if (isAnswer) {
        return parseAnswer(object, knownId);
    }
    if (!object.contains("method"_L1)) {
        return fault(RpcFault::Of::Request,
                     badRequest(u"it has neither a method nor a result nor an error"_s), knownId);
    }
    return parseCall(object, knownId);
}

QByteArray rpcRequest(qint64 id, const QString& method, const QJsonObject& params)
{
    return toLine({ { u"jsonrpc"_s, u"2.0"_s },
                    { u"id"_s, id },
                    { u"method"_s, method },
                    { u"params"_s, params } });
}

QByteArray rpcNotification(const QString& method, const QJsonObject& params)
{
    return toLine({ { u"jsonrpc"_s, u"2.0"_s }, { u"method"_s, method }, { u"params"_s, params } });
}

QByteArray rpcResult(const QJsonValue& id, const QByteArray& result)
{
    return R"({"id":)" + compactJson(id) + R"(,"jsonrpc":"2.0","result":)" + result + "}\n";
}

QByteArray rpcErrorLine(const QJsonValue& id, const RpcError& error)
{
    QJsonObject data = error.data;
    data.insert("kind"_L1, error.kind);
    return toLine({ { u"jsonrpc"_s, u"2.0"_s },
                    { u"id"_s, id },
                    { u"error"_s,
                      QJsonObject { { u"code"_s, error.code },
                                    { u"message"_s, error.message },
                                    { u"data"_s, data } } } });
}

} // namespace zalo
