// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "adapters/deliverypayload.h"

#include "core/medialoss.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

void putText(QJsonObject& json, const QString& name, const QString& text)
{
    if (!text.isEmpty()) {
        json[name] = text;
    }
}

QJsonObject quoteJson(const Quote& quote)
{
    QJsonObject json { { u"text"_s, quote.text } };
    putText(json, u"msgId"_s, quote.msgId);
    putText(json, u"senderId"_s, quote.senderId);
    putText(json, u"senderName"_s, quote.senderName);
    if (quote.timestampMs > 0) {
        json[u"timestamp"_s] = quote.timestampMs;
    }
    return json;
}

QJsonObject mediaJson(const Media& media)
{
    QJsonObject json { { u"kind"_s, mediaKindName(media.kind) } };
    putText(json, u"path"_s, media.path);
    putText(json, u"url"_s, media.url);
    putText(json, u"mime"_s, media.mime);
    return json;
}

//! What is still being fetched is missing: the message has waited for it.
QJsonArray withoutTheLate(QJsonArray media)
{
    for (auto entry : media) {
        QJsonObject medium = entry.toObject();
        if (!medium.contains(u"path") && !medium.contains(u"missing")) {
            medium[u"missing"_s] = true;
            medium[u"reason"_s] = mediaLossName(MediaLoss::Late);
            entry = medium;
        }
    }
    return media;
}

} // namespace

QJsonObject deliveryPayload(const InboundMessage& message)
{
    QJsonObject json { { u"senderId"_s, message.senderId },
                       { u"text"_s, message.text },
                       { u"timestamp"_s, message.timestampMs } };
    putText(json, u"cliMsgId"_s, message.cliMsgId);
    putText(json, u"threadName"_s, message.threadName);
    putText(json, u"senderName"_s, message.senderName);
    putText(json, u"msgType"_s, message.msgType);
    QJsonArray mentions;
    for (const Mention& mention : message.mentions) {
        mentions.append(QJsonObject {
            { u"uid"_s, mention.uid }, { u"pos"_s, mention.pos }, { u"len"_s, mention.len } });
    }
    json[u"mentions"_s] = mentions;
    QJsonArray media;
    for (const Media& item : message.media) {
        media.append(mediaJson(item));
    }
    json[u"media"_s] = media;
    if (message.quote) {
        json[u"quote"_s] = quoteJson(*message.quote);
    }
    return json;
}

QJsonObject deliveryParams(const InboundRow& row, bool isBacklog)
{
    QJsonObject params = row.payload;
    if (row.wantsMedia) {
        params[u"media"_s] = withoutTheLate(params.value(u"media").toArray());
    }
    params[u"profile"_s] = row.profile;
    params[u"account"_s] = row.account;
    params[u"msgId"_s] = row.msgId;
    params[u"threadId"_s] = row.thread.id;
    params[u"isGroup"_s] = row.thread.isGroup;
    params[u"receivedAt"_s] = row.receivedMs;
    params[u"backlog"_s] = isBacklog;
    params[u"attempt"_s] = row.attempts + 1;
    if (row.acceptedMs > 0) {
        params[u"acceptedBefore"_s] = row.acceptedMs;
    }
    return params;
}

} // namespace zalo
