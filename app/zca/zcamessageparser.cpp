// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcamessageparser.h"

#include "core/singleline.h"
#include "zca/zcacontentparser.h"
#include "zca/zcajson.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

using L1 = QLatin1String;

QList<Mention> mentionsOf(const QJsonObject& object, const QString& msgType)
{
    QList<Mention> mentions;
    // A sticker's id looks like a mention (ZCA.md 7). zca-cli gives no type: `len` decides alone.
    if (!msgType.isEmpty() && msgType != L1("webchat")) {
        return mentions;
    }
    const QJsonArray entries = object.value(L1("mentions")).toArray();
    for (const auto& value : entries) {
        const QJsonObject mention = value.toObject();
        const QString uid = mention.value(L1("uid")).isString()
            ? mention.value(L1("uid")).toString()
            : QString::number(mention.value(L1("uid")).toInteger());
        if (mention.value(L1("len")).isDouble() && !uid.isEmpty()) {
            mentions.append(
                { uid, mention.value(L1("pos")).toInt(), mention.value(L1("len")).toInt() });
        }
    }
    return mentions;
}

std::optional<Quote> quoteOf(const QJsonObject& object)
{
    const QJsonObject quote = object.value(L1("quote")).toObject();
    if (quote.isEmpty()) {
        return std::nullopt;
    }
    return Quote { .msgId = zcaId(quote, { L1("globalMsgId"), L1("msgId") }),
                   .senderId = zcaId(quote, { L1("ownerId") }),
                   .senderName = zcaName(quote, { L1("senderName") }),
                   .text = withoutControls(zcaText(quote, { L1("msg") })),
                   .timestampMs = zcaId(quote, { L1("ts") }).toLongLong() };
}

qint64 timestampMs(const QJsonObject& object, const QJsonObject& metadata)
{
    if (const qint64 ms = zcaId(object, { L1("ts") }).toLongLong(); ms > 0) {
        return ms;
    }
    const qint64 own = zcaId(object, { L1("timestamp") }).toLongLong();
    const qint64 time = own > 0 ? own : zcaId(metadata, { L1("timestamp") }).toLongLong();
    // Seconds (ZCA.md 7); as milliseconds they reach this bound only in the year 5138.
    return time < 100'000'000'000 ? time * 1000 : time;
}

ListenLine lifecycle(const QJsonObject& object)
{
    using Event = ListenLifecycle::Event;
    const QString name = object.value(L1("event")).toString();
    Event event = Event::Unknown;
    if (name == L1("session_id")) {
        event = Event::SessionId;
    } else if (name == L1("connected")) {
        event = Event::Connected;
    } else if (name == L1("heartbeat")) {
        event = Event::Heartbeat;
    } else if (name == L1("error")) {
        event = Event::Error;
    } else if (name == L1("closed")) {
        event = Event::Closed;
    }
    return ListenLifecycle { event, object.value(L1("code")).toInt() };
}

ListenLine message(const QJsonObject& object)
{
    const QJsonObject metadata = object.value(L1("metadata")).toObject();
    InboundMessage m;
    m.cliMsgId = zcaId(object, { L1("cliMsgId") });
    m.msgId = zcaId(object, { L1("msgId"), L1("cliMsgId") });
    m.threadId = zcaId(object, { L1("threadId") });
    if (m.msgId.isEmpty() || m.threadId.isEmpty()) {
        return ListenNoise { true };
    }
    m.isGroup = metadata.value(L1("isGroup")).toBool() || object.value(L1("type")).toInt() == 1
        || object.value(L1("chatType")).toString() == L1("group");
    m.threadName = zcaName(metadata, { L1("threadName") });
    m.senderId = zcaId(object, { L1("senderId") });
    if (m.senderId.isEmpty()) {
        m.senderId = zcaId(metadata, { L1("fromId"), L1("senderId") });
    }
    if (m.senderId.isEmpty() && !m.isGroup) {
        m.senderId = m.threadId;
    }
    m.senderName = zcaName(object, { L1("senderName"), L1("senderDisplayName") });
    if (m.senderName.isEmpty()) {
        m.senderName = zcaName(metadata, { L1("senderName"), L1("senderDisplayName") });
    }
    m.timestampMs = timestampMs(object, metadata);
    m.msgType = object.value(L1("msgType")).toString();
    m.mentions = mentionsOf(object, m.msgType);
    m.quote = quoteOf(object);
    ZcaContent content = zcaContent(object);
    m.text = withoutControls(content.text);
    m.media = std::move(content.media);
    m.toId = zcaId(object, { L1("toId") });
    m.isSelf = object.value(L1("isSelf")).toBool() || metadata.value(L1("isSelf")).toBool();
    return m;
}

} // namespace

ListenLine parseListenLine(const QByteArray& line)
{
    const QByteArray clean = withoutAnsi(line).trimmed();
    if (clean.startsWith('{')) {
        const QJsonDocument document = QJsonDocument::fromJson(clean);
        if (!document.isObject()) {
            return ListenNoise { true };
        }
        const QJsonObject object = document.object();
        return object.value(L1("kind")).toString() == L1("lifecycle") ? lifecycle(object)
                                                                      : message(object);
    }
    if (clean == "Connected to Zalo websocket.") {
        return ListenConnected {};
    }
    if (!clean.startsWith("Listener closed (")) {
        return ListenNoise {}; // nearly all that is no JSON
    }
    static const QRegularExpression closed(u"^Listener closed \\((\\d+)\\)"_s);
    if (const auto match = closed.match(QString::fromUtf8(clean)); match.hasMatch()) {
        return ListenClosed { match.captured(1).toInt() };
    }
    return ListenNoise {};
}

} // namespace zalo
