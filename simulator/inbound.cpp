// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "inbound.h"

#include "inboundmedia.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

// One message on its way to a line.
class Builder
{
public:
    Builder(const InboundContext& context, const QJsonObject& wanted)
        : m_context(context),
          m_wanted(wanted),
          m_kind(text("kind", QByteArray("text")))
    { }

    Inbound build()
    {
        if (const QString error = resolvePeople(); !error.isEmpty()) {
            return { {}, {}, error };
        }
        m_time = m_wanted.value(u"ts"_s).toInteger(QDateTime::currentMSecsSinceEpoch());
        m_msgId = text("msgId", {});
        if (m_msgId.isEmpty()) {
            m_msgId = QByteArray::number(m_context.home.takeMessageIds(1));
        }
        if (const QString error = resolveContent(); !error.isEmpty()) {
            return { {}, {}, error };
        }
        const QByteArray line = !m_context.raw ? plainLine()
            : m_context.zcaCli                 ? toJson(minimal())
                                               : toJson(full());
        return { m_msgId, line + '\n', {} };
    }

private:
    [[nodiscard]] QByteArray text(const char* key, const QByteArray& fallback) const
    {
        const QJsonValue value = m_wanted.value(QLatin1String(key));
        return value.isUndefined() ? fallback : value.toString().toUtf8();
    }

    QString resolvePeople()
    {
        const Contacts& contacts = m_context.contacts;
        m_threadId = text("threadId", {});
        m_senderId = text("senderId", {});
        const int group = m_threadId.isEmpty() ? -1 : contacts.groupIndex(m_threadId);
        m_isGroup = m_wanted.value(u"isGroup"_s).toBool(group >= 0);
        if (m_isGroup) {
            if (m_threadId.isEmpty()) {
                return u"a group message needs a threadId"_s;
            }
            m_threadName = group < 0 ? QByteArray() : contacts.groupAt(group).name;
            if (m_senderId.isEmpty() && contacts.friendCount() > 0) {
                m_senderId =
                    contacts.friendAt(group < 0 ? 0 : contacts.groupAt(group).firstFriend).id;
            }
        } else {
            // In a direct chat the thread is the sender.
            if (m_threadId.isEmpty()) {
                m_threadId = m_senderId;
            }
            m_senderId = m_threadId;
        }
        if (m_senderId.isEmpty()) {
            return u"a message needs a threadId or a senderId"_s;
        }
        m_senderName = text("senderName", {});
        if (m_senderName.isEmpty()) {
            const int index = contacts.friendIndex(m_senderId);
            m_senderName = index < 0 ? QByteArray("Người lạ") : contacts.friendAt(index).zaloName;
        }
        return {};
    }

    QString resolveContent()
    {
        const InboundMedia media = makeMedia(m_context.home, m_context.profile,
                                             QString::fromUtf8(m_kind), m_msgId, m_wanted);
        m_msgType = "webchat";
        m_content = text("content", "Xin chào");
        if (!media.msgType.isEmpty()) {
            m_msgType = media.msgType;
            m_content = media.content;
            m_media = media.fields;
        } else if (m_kind == "sticker") {
            m_msgType = "chat.sticker";
            m_content = "<non-text:chat.sticker>";
            m_media = { { "mediaKind", "image" } };
            // Not a mention at all: the sticker's own id (ZCA.md 7).
            m_mentions = { Value::Object { { "uid", "21978" }, { "type", 7 } } };
        } else if (m_kind == "location") {
            m_msgType = "chat.location.new";
            m_content = text("content", "https://www.google.com/maps/place/10.77,106.69");
        } else if (m_kind == "contact") {
            m_msgType = "chat.recommended";
            m_content = text("content", "Danh thiếp");
        } else if (m_kind == "todo") {
            m_msgType = "chat.todo";
            m_content = "<non-text:chat.todo>";
        } else if (m_kind != "text") {
            return u"unknown kind '%1'"_s.arg(QString::fromUtf8(m_kind));
        } else if (QJsonDocument::fromJson(m_content).isObject()) {
            // A text that is JSON itself is lost (ZCA.md 7).
            m_content = "<non-text:webchat>";
        }
        resolveMentions();
        resolveQuote();
        return m_content.trimmed().isEmpty() ? u"there is no content"_s : QString();
    }

    void resolveMentions()
    {
        const Person self = m_context.contacts.self();
        if (m_wanted.value(u"mentionMe"_s).toBool()) {
            const QByteArray name = '@' + self.displayName;
            m_content = name + ' ' + m_content;
            m_mentions.emplace_back(Value::Object { { "uid", self.id },
                                                    { "pos", 0 },
                                                    { "len", int(QString::fromUtf8(name).size()) },
                                                    { "type", 0 },
                                                    { "text", name } });
        }
        for (const QJsonValue& mention : m_wanted.value(u"mentions"_s).toArray()) {
            Value::Object object;
            for (const char* key : { "uid", "pos", "len", "type", "text" }) {
                if (mention[QLatin1String(key)].isUndefined()) {
                    continue;
                }
                object.push_back({ key, Value(mention[QLatin1String(key)]) });
            }
            m_mentions.emplace_back(object);
        }
    }

    void resolveQuote()
    {
        const QJsonValue quote = m_wanted.value(u"quote"_s);
        if (quote.isUndefined()) {
            return;
        }
        const Person self = m_context.contacts.self();
        const auto part = [&quote](const char* key, const QByteArray& fallback) {
            return quote[QLatin1String(key)].toString(QString::fromUtf8(fallback)).toUtf8();
        };
        const QByteArray quotedText =
            quote.isString() ? quote.toString().toUtf8() : part("msg", "");
        const QByteArray name = part("senderName", self.displayName);
        m_quote = { { "ownerId", part("ownerId", self.id) },
                    { "senderName", name },
                    { "msg", quotedText },
                    { "attach", "" },
                    { "ts", m_time - 60'000 },
                    { "cliMsgId", part("cliMsgId", QByteArray::number(m_time)) },
                    { "globalMsgId", part("globalMsgId", m_msgId) },
                    { "cliMsgType", 1 } };
        if (qEnvironmentVariable("OPENZCA_LISTEN_INCLUDE_QUOTE_CONTEXT") != QLatin1String("0")) {
            m_content += "\n[reply context: " + name + ": " + quotedText + ']';
        }
    }

    [[nodiscard]] QByteArray plainLine() const
    {
        return (m_isGroup ? "[group] " : "[user] ") + m_senderName + " -> " + m_threadId + ": "
            + m_content;
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
        const QByteArray self = m_context.contacts.self().id;
        const QByteArray toId = m_isGroup ? m_threadId : self;
        const char* const chatType = m_isGroup ? "group" : "user";
        Value::Object metadata { { "isGroup", m_isGroup },
                                 { "chatType", chatType },
                                 { "threadId", m_threadId },
                                 { "targetId", m_threadId } };
        if (m_isGroup) {
            metadata.push_back({ "senderName", m_senderName });
        }
        metadata.insert(metadata.end(),
                        { { "senderDisplayName", m_senderName },
                          { "senderId", m_senderId },
                          { "fromId", m_senderId },
                          { "toId", toId },
                          { "msgType", m_msgType } });
        addQuote(metadata);
        metadata.push_back({ "timestamp", m_time / 1000 });
        metadata.insert(metadata.end(), m_media.begin(), m_media.end());
        addMentions(metadata);
        if (!m_mentions.empty()) {
            metadata.push_back({ "mentionCount", int(m_mentions.size()) });
        }

        Value::Object object { { "threadId", m_threadId },
                               { "targetId", m_threadId },
                               { "conversationId", m_threadId },
                               { "msgId", m_msgId },
                               { "cliMsgId", text("cliMsgId", QByteArray::number(m_time)) },
                               { "content", m_content },
                               { "type", m_isGroup ? 1 : 0 },
                               { "timestamp", m_time / 1000 },
                               { "msgType", m_msgType } };
        addQuote(object);
        object.insert(object.end(), m_media.begin(), m_media.end());
        addMentions(object);
        object.insert(object.end(),
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
        return Value::Object { { "threadId", m_threadId },
                               { "msgId", m_msgId },
                               { "cliMsgId", text("cliMsgId", QByteArray::number(m_time)) },
                               { "type", m_isGroup ? 1 : 0 },
                               { "content", m_content },
                               { "timestamp", m_time / 1000 },
                               { "metadata",
                                 Value::Object {
                                     { "isGroup", m_isGroup },
                                     { "threadName", m_isGroup ? m_threadName : m_senderName },
                                     { "senderName", m_senderName },
                                     { "fromId", m_senderId } } } };
    }

    const InboundContext& m_context;
    const QJsonObject& m_wanted;
    QByteArray m_kind;
    QByteArray m_threadId;
    QByteArray m_threadName;
    QByteArray m_senderId;
    QByteArray m_senderName;
    QByteArray m_msgId;
    QByteArray m_msgType;
    QByteArray m_content;
    qint64 m_time = 0;
    bool m_isGroup = false;
    Value::Object m_media;
    Value::Array m_mentions;
    Value::Object m_quote;
};

} // namespace

Inbound makeInbound(const InboundContext& context, const QJsonObject& wanted)
{
    return Builder(context, wanted).build();
}

} // namespace zalo::sim
