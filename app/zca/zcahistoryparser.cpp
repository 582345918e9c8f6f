// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcahistoryparser.h"

#include "core/singleline.h"
#include "zca/zcajson.h"

#include <QJsonDocument>

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

using L1 = QLatin1String;

bool isGroup(const QJsonObject& object)
{
    return object.value(L1("threadType")).toString() == L1("group");
}

//! What kind of file a message of this type is; nothing where it is none.
std::optional<MediaKind> fileKind(const QString& msgType)
{
    if (msgType == L1("chat.photo") || msgType == L1("chat.gif")) {
        return MediaKind::Image;
    }
    if (msgType == L1("chat.voice")) {
        return MediaKind::Audio;
    }
    if (msgType == L1("chat.video.msg")) {
        return MediaKind::Video;
    }
    return msgType == L1("share.file") ? std::optional(MediaKind::File) : std::nullopt;
}

//! What a message says that is no plain text: its content is JSON of Zalo's.
void readAttachment(InboundMessage& message, const QJsonObject& content)
{
    QStringList lines;
    for (const L1 name : { L1("title"), L1("description") }) {
        if (const QString text = content.value(name).toString(); !text.isEmpty()) {
            lines << text;
        }
    }
    const QString href = content.value(L1("href")).toString();
    const std::optional<MediaKind> kind = fileKind(message.msgType);
    if (kind && !href.isEmpty()) {
        message.media.append({ *kind, {}, href, {} });
    } else if (!href.isEmpty()) {
        lines << href; // of a page or a place
    }
    lines.removeDuplicates();
    message.text = withoutControls(lines.join(u'\n'));
}

std::optional<Quote> quoteOf(const QJsonObject& object)
{
    const Quote quote { .msgId = zcaId(object, { L1("quoteMsgId") }),
                        .senderId = zcaId(object, { L1("quoteOwnerId") }),
                        .senderName = {},
                        .text = withoutControls(zcaText(object, { L1("quoteText") })),
                        .timestampMs = 0 };
    return quote == Quote() ? std::nullopt : std::optional(quote);
}

InboundMessage messageOf(const QJsonObject& object)
{
    InboundMessage message;
    message.cliMsgId = zcaId(object, { L1("cliMsgId") });
    message.msgId = zcaId(object, { L1("msgId"), L1("cliMsgId") });
    message.threadId = zcaId(object, { L1("threadId") });
    message.isGroup = isGroup(object);
    message.senderId = zcaId(object, { L1("senderId") });
    message.senderName = zcaName(object, { L1("senderName") });
    message.timestampMs = zcaId(object, { L1("ts"), L1("timestampMs") }).toLongLong();
    message.msgType = object.value(L1("msgType")).toString();
    message.toId = zcaId(object, { L1("toId") });
    // In a direct chat whoever is not the other one.
    message.isSelf = !message.isGroup && message.senderId != message.threadId;
    message.quote = quoteOf(object);
    // A text may be JSON, too: that is what was written.
    const QString content = object.value(L1("content")).toString();
    const bool isText = message.msgType.isEmpty() || message.msgType == L1("webchat");
    const QJsonDocument document =
        isText ? QJsonDocument() : QJsonDocument::fromJson(content.toUtf8());
    if (document.isObject()) {
        readAttachment(message, document.object());
    } else {
        message.text = withoutControls(content);
    }
    return message;
}

//! zca gives those of one instant once in one order, once in the other; Zalo's numbers grow.
bool isOlder(const InboundMessage& a, const InboundMessage& b)
{
    return std::make_tuple(a.timestampMs, a.msgId.size(), a.msgId)
        < std::make_tuple(b.timestampMs, b.msgId.size(), b.msgId);
}

} // namespace

Result<HistoryDatabase> parseHistoryDatabase(const QByteArray& out)
{
    return zcaJsonObject(out).map([](const QJsonObject& answer) {
        return HistoryDatabase { answer.value(L1("enabled")).toBool(),
                                 answer.value(L1("path")).toString() };
    });
}

Result<int> parseHistorySync(const QByteArray& out)
{
    return zcaJsonObject(out).map(
        [](const QJsonObject& answer) { return answer.value(L1("dmMessagesImported")).toInt(); });
}

Result<QList<HistoryChat>> parseHistoryChats(const QByteArray& out)
{
    return zcaJsonArray(out).map([](const QJsonArray& entries) {
        QList<HistoryChat> chats;
        for (const auto& value : entries) {
            const QJsonObject entry = value.toObject();
            const HistoryChat chat { zcaId(entry, { L1("threadId") }),
                                     entry.value(L1("lastMessageAtMs")).toInteger() };
            if (!isGroup(entry) && !chat.threadId.isEmpty()) {
                chats.append(chat);
            }
        }
        return chats;
    });
}

Result<QList<InboundMessage>> parseHistory(const QByteArray& out)
{
    return zcaJsonObject(out).map([](const QJsonObject& answer) {
        QList<InboundMessage> messages;
        const QJsonArray entries = answer.value(L1("messages")).toArray();
        for (const auto& value : entries) {
            InboundMessage message = messageOf(value.toObject());
            if (!message.msgId.isEmpty() && !message.threadId.isEmpty()) {
                messages.append(std::move(message));
            }
        }
        std::stable_sort(messages.begin(), messages.end(), &isOlder);
        return messages;
    });
}

} // namespace zalo
