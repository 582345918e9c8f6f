// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "replyquote.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

//! The first of these members that says something: a text, or a number as one.
QString firstOf(const QJsonObject& object, const QStringList& names)
{
    for (const QString& name : names) {
        const QJsonValue value = object.value(name);
        const QString text =
            value.isDouble() ? QString::number(value.toInteger()) : value.toString().trimmed();
        if (!text.isEmpty()) {
            return text;
        }
    }
    return {};
}

ReplyQuote quoteIn(const QJsonObject& message, const QString& threadId)
{
    if (!message.value(u"content"_s).isString() && !message.value(u"content"_s).isObject()) {
        return { {}, u"Reply message content must be a string or object."_s };
    }
    const std::pair<QString, QStringList> needed[] {
        { u"msgType"_s, { u"msgType"_s } },
        { u"uidFrom"_s, { u"uidFrom"_s, u"senderId"_s, u"fromId"_s } },
        { u"msgId"_s, { u"msgId"_s } },
        { u"cliMsgId"_s, { u"cliMsgId"_s } },
        { u"ts"_s, { u"ts"_s, u"timestamp"_s } },
    };
    QHash<QString, QString> values;
    for (const auto& [name, members] : needed) {
        values[name] = firstOf(message, members);
        if (values[name].isEmpty()) {
            return { {}, u"Missing reply message %1."_s.arg(name) };
        }
    }
    const QString thread = firstOf(message, { u"threadId"_s, u"targetId"_s, u"conversationId"_s });
    if (!thread.isEmpty() && thread != threadId) {
        return { {}, u"Reply message belongs to a different thread."_s };
    }
    if (values[u"msgType"_s] == QLatin1String("group.poll")) {
        return { {}, u"The `group.poll` quote type is not available"_s };
    }
    return { { { u"msgId"_s, values[u"msgId"_s] },
               { u"cliMsgId"_s, values[u"cliMsgId"_s] },
               { u"ownerId"_s, values[u"uidFrom"_s] },
               { u"msg"_s, message.value(u"content"_s).toString() },
               { u"ts"_s, values[u"ts"_s].toLongLong() } },
             {} };
}

} // namespace

ReplyQuote replyQuote(const Context& context, const QString& threadId)
{
    const QString id = context.arguments.value(u"reply-id"_s).trimmed();
    const QString json = context.arguments.value(u"reply-message"_s).trimmed();
    if (!id.isEmpty() && !json.isEmpty()) {
        return { {}, u"Use either --reply-id or --reply-message, not both."_s };
    }
    if (!id.isEmpty()) {
        return { {}, u"`--reply-id` requires the local DB. Enable DB/listen sync first."_s };
    }
    if (json.isEmpty()) {
        return {};
    }
    QJsonParseError error {};
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError) {
        return { {}, u"Invalid JSON for --reply-message: %1"_s.arg(error.errorString()) };
    }
    if (!document.isObject()) {
        return { {},
                 u"Reply message must be a JSON object matching the raw message.data shape."_s };
    }
    return quoteIn(document.object(), threadId);
}

} // namespace zalo::sim
