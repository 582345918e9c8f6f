// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "sending.h"

using namespace Qt::StringLiterals;

namespace zalo::sim {

int runMessage(Context& context)
{
    const auto session = context.requireLogin();
    if (!session) {
        return 1;
    }
    const QString command = context.arguments.command;
    if (context.settings.flag(u"rate-limit"_s)) {
        return context.fail(u"Vượt quá số request cho phép"_s);
    }
    if (const QString message = context.settings.value(u"refuse"_s); !message.isEmpty()) {
        return context.fail(message);
    }
    if (command == QLatin1String("msg.typing")) {
        context.output.out("{ status: 0 }\n");
        return 0;
    }
    if (context.settings.flag(u"nothing-sent"_s)) {
        return 0;
    }
    // Where a message is named, its two ids come before the thread.
    const bool namesMessage =
        command == QLatin1String("msg.react") || command == QLatin1String("msg.undo");
    Sending sending { context, *session, context.arguments.operands.value(namesMessage ? 2 : 0),
                      context.arguments.has(u"group"_s) };
    if (namesMessage) {
        return command == QLatin1String("msg.react") ? react(sending) : recall(sending);
    }
    if (command == QLatin1String("msg.sticker")) {
        return sendSticker(sending);
    }
    if (command == QLatin1String("msg.send")) {
        return sendText(sending);
    }
    if (command == QLatin1String("msg.link")) {
        const qint64 id =
            sending.send(u"link"_s, {}, { { u"url"_s, context.arguments.operands.value(1) } });
        return sending.answer(Value::Object { { "msgId", id } }, id);
    }
    return sendMedia(sending);
}

} // namespace zalo::sim
