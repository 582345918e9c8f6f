// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "historyjson.h"

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

bool isGroup(const QJsonObject& row)
{
    return row.value(u"isGroup"_s).toBool();
}

// What `msg recent` and `db chat messages` begin with, and what they end with; the latter has a
// number between the two.
Value::Object opening(const QJsonObject& row)
{
    return { { "msgId", Value(row.value(u"msgId"_s)) },
             { "cliMsgId", Value(row.value(u"cliMsgId"_s)) },
             { "threadId", Value(row.value(u"threadId"_s)) },
             { "threadType", isGroup(row) ? "group" : "user" },
             { "senderId", Value(row.value(u"senderId"_s)) },
             { "senderName", Value(row.value(u"senderName"_s)) },
             { "ts", QString::number(row.value(u"ts"_s).toInteger()) } };
}

void close(Value::Object& object, const QJsonObject& row)
{
    object.push_back({ "msgType", Value(row.value(u"msgType"_s)) });
    object.push_back({ "undo",
                       Value::Object { { "msgId", Value(row.value(u"msgId"_s)) },
                                       { "cliMsgId", Value(row.value(u"cliMsgId"_s)) },
                                       { "threadId", Value(row.value(u"threadId"_s)) },
                                       { "group", isGroup(row) } } });
    object.push_back({ "content", Value(row.value(u"content"_s)) });
}

} // namespace

Value recentValue(const QJsonObject& row)
{
    Value::Object object = opening(row);
    close(object, row);
    return object;
}

Value storedValue(const QJsonObject& row)
{
    Value::Object object = opening(row);
    object.push_back({ "timestampMs", row.value(u"ts"_s).toInteger() });
    close(object, row);
    object.push_back({ "rawThreadId", Value(row.value(u"threadId"_s)) });
    object.push_back({ "toId", Value(row.value(u"toId"_s)) });
    const QJsonObject quote = row.value(u"quote"_s).toObject();
    const std::pair<const char*, const char*> quoted[] { { "quoteMsgId", "globalMsgId" },
                                                         { "quoteCliMsgId", "cliMsgId" },
                                                         { "quoteOwnerId", "ownerId" },
                                                         { "quoteText", "msg" } };
    for (const auto& [name, key] : quoted) {
        if (quote.contains(QLatin1String(key))) {
            object.push_back({ name, Value(quote.value(QLatin1String(key))) });
        }
    }
    object.push_back({ "source", "sync_dm_best_effort" });
    return object;
}

Value chatValue(const QList<QJsonObject>& rows, const QString& title)
{
    const QJsonObject& last = rows.last();
    Value::Object object { { "threadId", Value(last.value(u"threadId"_s)) },
                           { "rawThreadId", Value(last.value(u"threadId"_s)) },
                           { "threadType", isGroup(last) ? "group" : "user" } };
    if (!title.isEmpty()) {
        object.push_back({ "title", title });
    }
    object.push_back({ "peerId", Value(last.value(u"threadId"_s)) });
    object.push_back({ "messageCount", int(rows.size()) });
    object.push_back({ "firstMessageAtMs", rows.first().value(u"ts"_s).toInteger() });
    object.push_back({ "lastMessageAtMs", last.value(u"ts"_s).toInteger() });
    object.push_back({ "memberCount", 0 });
    for (const char* flag : { "isPinned", "isHidden", "isArchived" }) {
        object.push_back({ flag, false });
    }
    return object;
}

} // namespace zalo::sim
