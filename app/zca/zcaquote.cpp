// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcaquote.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

QString quotedMessage(const ThreadRef& thread, const QuotedMessage& message)
{
    // zca-js refuses a poll, and zca a message of which one of these is missing.
    const bool isWhole = !message.msgId.isEmpty() && !message.cliMsgId.isEmpty()
        && !message.senderId.isEmpty() && message.timestampMs > 0;
    if (!isWhole || message.msgType == QLatin1String("group.poll")) {
        return {};
    }
    const QJsonObject json {
        { u"threadId"_s, thread.id },
        { u"msgId"_s, message.msgId },
        { u"cliMsgId"_s, message.cliMsgId },
        { u"senderId"_s, message.senderId },
        { u"msgType"_s, message.msgType.isEmpty() ? u"webchat"_s : message.msgType },
        { u"content"_s, message.text },
        { u"ts"_s, QString::number(message.timestampMs) },
    };
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace zalo
