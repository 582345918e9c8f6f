// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcamessagename.h"

#include "zca/zcajson.h"

namespace zalo {

Result<QList<MessageName>> parseRecentNames(const QByteArray& out, const QString& senderId)
{
    using L1 = QLatin1String;
    const Result<QJsonObject> answer = zcaJsonObject(out);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    QList<MessageName> names;
    const QJsonArray entries = answer->value(L1("messages")).toArray();
    for (const auto& entry : entries) {
        const QJsonObject message = entry.toObject();
        const MessageName name { zcaId(message, { L1("msgId") }),
                                 zcaId(message, { L1("cliMsgId") }) };
        const bool isWanted = senderId.isEmpty() || zcaId(message, { L1("senderId") }) == senderId;
        if (isWanted && !name.msgId.isEmpty() && !name.cliMsgId.isEmpty()) {
            names << name;
        }
    }
    return names;
}

} // namespace zalo
