// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "inbound.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

void append(Value::Object& object, const Value::Object& more)
{
    object.insert(object.end(), more.begin(), more.end());
}

// One message on its way to a line.
class Builder
{
public:
    Builder(const InboundContext& context, const QJsonObject& message, const MediaPlan& plan,
            const InboundFiles& files)
        : m_context(context),
          m_message(message),
          m_plan(plan),
          m_files(files),
          m_threadId(text("threadId")),
          m_senderId(text("senderId")),
          m_senderName(text("senderName")),
          m_msgType(kindOf(message)->msgType),
          m_time(message.value(u"ts"_s).toInteger()),
          m_isGroup(message.value(u"isGroup"_s).toBool())
    {
        resolveMentions();
        resolveQuote();
        resolveContent();
        resolveMedia();
    }

    [[nodiscard]] QByteArray line() const
    {
        if (!m_context.raw) {
            return (m_isGroup ? "[group] " : "[user] ") + m_senderName + " -> " + m_threadId + ": "
                + m_content + '\n';
        }
        return toJson(m_context.zcaCli ? minimal() : full()) + '\n';
    }

private:
    [[nodiscard]] QByteArray text(const char* key) const
    {
        return m_message.value(QLatin1String(key)).toString().toUtf8();
    }

    void resolveContent()
    {
        const QByteArray note = mediaNote("media", m_plan.mediaKind, m_files.files);
        const QByteArray caption = m_plan.caption.trimmed();
        if (!note.isEmpty()) {
            m_content = caption.isEmpty() ? note : note + '\n' + caption;
        } else if (m_msgType == "webchat") {
            m_content = m_plan.caption;
        } else {
            m_content = caption.isEmpty() ? "<non-text:" + m_msgType + '>' : caption;
        }
        if (m_quote.empty()
            || qEnvironmentVariable("OPENZCA_LISTEN_INCLUDE_QUOTE_CONTEXT") == QLatin1String("0")) {
            return;
        }
        if (const QByteArray quoted = mediaNote("reply media", {}, m_files.quotedFiles);
            !quoted.isEmpty()) {
            m_content += '\n' + quoted;
        }
        const QJsonObject quote = m_message.value(u"quote"_s).toObject();
        m_content += "\n[reply context: " + quote.value(u"senderName"_s).toString().toUtf8() + ": "
            + quote.value(u"msg"_s).toString().toUtf8() + ']';
    }

    void resolveMedia()
    {
        m_media = mediaFields("quoteMedia", m_files.quotedFiles);
        append(m_media, mediaFields("media", m_files.files));
        if (!m_plan.mediaKind.isEmpty()) {
            m_media.push_back({ "mediaKind", m_plan.mediaKind });
        }
    }

    void resolveMentions()
    {
        if (m_msgType == "chat.sticker") {
            // Not a mention at all: the sticker's own id (ZCA.md 7).
            m_mentions.emplace_back(Value::Object { { "uid", "21978" }, { "type", 7 } });
        }
        for (const QJsonValue& mention : m_message.value(u"mentions"_s).toArray()) {
            Value::Object object;
            for (const char* key : { "uid", "pos", "len", "type", "text" }) {
                if (!mention[QLatin1String(key)].isUndefined()) {
                    object.push_back({ key, Value(mention[QLatin1String(key)]) });
                }
            }
            m_mentions.emplace_back(object);
        }
    }

    void resolveQuote()
    {
        const QJsonObject quote = m_message.value(u"quote"_s).toObject();
        if (quote.isEmpty()) {
            return;
        }
        const auto part = [&quote](const char* key) {
            return Value(quote.value(QLatin1String(key)));
        };
        m_quote = { { "ownerId", part("ownerId") },
                    { "senderName", part("senderName") },
                    { "msg", part("msg") } };
        const QByteArray url = quote.value(u"url"_s).toString().toUtf8();
        if (url.isEmpty()) {
            m_quote.push_back({ "attach", "" });
        } else {
            m_quote.push_back({ "attach", Value::Object { { "href", url } } });
            m_quote.push_back({ "mediaUrls", Value::Array { url } });
        }
        append(m_quote,
               { { "ts", part("ts") },
                 { "cliMsgId", part("cliMsgId") },
                 { "globalMsgId", part("globalMsgId") },
                 { "cliMsgType", 1 } });
        for (const auto& [name, value] : mediaFields("media", m_files.quotedFiles)) {
            if (name != "mediaUrls") {
                m_quote.push_back({ name, value });
            }
        }
    }

    void addQuote(Value::Object& object) const
    {
        if (!m_quote.empty()) {
            object.push_back({ "quote", m_quote });
        }
    }

    void addMentions(Value::Object& object) const
    {
        if (m_mentions.empty()) {
            return;
        }
        Value::Array ids;
        for (const Value& mention : m_mentions) {
            ids.push_back(std::get<Value::Object>(mention.data).front().second);
        }
        object.push_back({ "mentions", m_mentions });
        object.push_back({ "mentionIds", ids });
    }

    [[nodiscard]] Value full() const
    {
        const QByteArray toId = m_isGroup ? m_threadId : m_context.contacts.self().id;
        const char* const chatType = m_isGroup ? "group" : "user";
        Value::Object metadata { { "isGroup", m_isGroup },
                                 { "chatType", chatType },
                                 { "threadId", m_threadId },
                                 { "targetId", m_threadId } };
        if (m_isGroup) {
            metadata.push_back({ "senderName", m_senderName });
        }
        append(metadata,
               { { "senderDisplayName", m_senderName },
                 { "senderId", m_senderId },
                 { "fromId", m_senderId },
                 { "toId", toId },
                 { "msgType", m_msgType } });
        addQuote(metadata);
        metadata.push_back({ "timestamp", m_time / 1000 });
        append(metadata, m_media);
        addMentions(metadata);
        if (!m_mentions.empty()) {
            metadata.push_back({ "mentionCount", int(m_mentions.size()) });
        }

        Value::Object object { { "threadId", m_threadId },       { "targetId", m_threadId },
                               { "conversationId", m_threadId }, { "msgId", text("msgId") },
                               { "cliMsgId", text("cliMsgId") }, { "content", m_content },
                               { "type", m_isGroup ? 1 : 0 },    { "timestamp", m_time / 1000 },
                               { "msgType", m_msgType } };
        addQuote(object);
        append(object, m_media);
        addMentions(object);
        append(object,
               { { "metadata", metadata },
                 { "chatType", chatType },
                 { "senderId", m_senderId },
                 { "senderName", m_senderName },
                 { "senderDisplayName", m_senderName },
                 { "toId", toId },
                 { "ts", QByteArray::number(m_time) } });
        return object;
    }

    // The few fields that are known of zca-cli (ZCA.md 7).
    [[nodiscard]] Value minimal() const
    {
        QByteArray threadName = m_isGroup ? QByteArray() : m_senderName;
        if (const int group = m_isGroup ? m_context.contacts.groupIndex(m_threadId) : -1;
            group >= 0) {
            threadName = m_context.contacts.groupAt(group).name;
        }
        return Value::Object { { "threadId", m_threadId },
                               { "msgId", text("msgId") },
                               { "cliMsgId", text("cliMsgId") },
                               { "type", m_isGroup ? 1 : 0 },
                               { "content", m_content },
                               { "timestamp", m_time / 1000 },
                               { "metadata",
                                 Value::Object { { "isGroup", m_isGroup },
                                                 { "threadName", threadName },
                                                 { "senderName", m_senderName },
                                                 { "fromId", m_senderId } } } };
    }

    const InboundContext& m_context;
    const QJsonObject& m_message;
    const MediaPlan& m_plan;
    const InboundFiles& m_files;
    QByteArray m_threadId;
    QByteArray m_senderId;
    QByteArray m_senderName;
    QByteArray m_msgType;
    QByteArray m_content;
    qint64 m_time;
    bool m_isGroup;
    Value::Object m_media;
    Value::Array m_mentions;
    Value::Object m_quote;
};

} // namespace

QByteArray inboundLine(const InboundContext& context, const QJsonObject& message,
                       const MediaPlan& plan, const InboundFiles& files)
{
    return Builder(context, message, plan, files).line();
}

} // namespace zalo::sim
