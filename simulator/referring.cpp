// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "history.h"
#include "inspect.h"
#include "sending.h"

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

//! The one that Zalo takes these two ids for; nothing where they are not of one message.
std::optional<QJsonObject> namedMessage(const Sending& sending)
{
    const QStringList& operands = sending.context.arguments.operands;
    const QList<QJsonObject> found =
        History(sending.context.home)
            .newest(sending.session.account.id, 1, [&](const QJsonObject& row) {
                return row.value(u"msgId"_s).toString() == operands.value(0)
                    && row.value(u"cliMsgId"_s).toString() == operands.value(1)
                    && row.value(u"threadId"_s).toString() == sending.threadId
                    && row.value(u"isGroup"_s).toBool() == sending.isGroup;
            });
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

//! What Zalo says of ids that do not fit.
QString invalid()
{
    return u"Tham số không hợp lệ"_s;
}

//! Prints that it was done; gives the exit code.
int done(const Sending& sending, const Value& value)
{
    Context& context = sending.context;
    if (context.settings.flag(u"send-then-hang"_s)) {
        Output::hang();
    }
    context.output.out(context.zcaCli ? QByteArray("Done\n") : inspect(value) + '\n');
    return 0;
}

//! Zalo's code of an emoji that openzca knows, or of such a code itself; none takes a reaction
//! back.
std::optional<QString> reactionCode(const QString& given)
{
    static const QHash<QString, QString> codes {
        { u"❤️"_s, u"/-heart"_s }, { u"❤"_s, u"/-heart"_s }, { u"👍"_s, u"/-strong"_s },
        { u"😆"_s, u":>"_s },           { u"😂"_s, u":>"_s },      { u"😮"_s, u":o"_s },
        { u"😭"_s, u":-(("_s },         { u"😡"_s, u":-h"_s },
    };
    static const QStringList own { u""_s,     u"/-heart"_s, u"/-strong"_s,  u":>"_s,
                                   u":o"_s,   u":-(("_s,    u":-h"_s,       u"/-ok"_s,
                                   u"_()_"_s, u"/-rose"_s,  u":handclap"_s, u"/-weak"_s };
    if (codes.contains(given)) {
        return codes.value(given);
    }
    return own.contains(given) ? std::optional(given) : std::nullopt;
}

} // namespace

int sendSticker(Sending& sending)
{
    const QString id = sending.context.arguments.operands.value(1);
    bool isNumber = false;
    if (id.toLongLong(&isNumber) == 404 || !isNumber) {
        return sending.context.fail(u"Sticker %1 not found."_s.arg(id));
    }
    const qint64 msgId = sending.send(u"sticker"_s, {}, { { u"stickerId"_s, id } });
    return sending.answer(Value::Object { { "msgId", msgId } }, msgId);
}

int react(Sending& sending)
{
    const QStringList& operands = sending.context.arguments.operands;
    const QString given = operands.value(3);
    const std::optional<QString> code = reactionCode(given.trimmed());
    if (!code) {
        return sending.context.fail(
            u"Unsupported reaction \"%1\". Use emoji (e.g. ❤️) or one of Reactions enum values."_s
                .arg(given));
    }
    if (!namedMessage(sending)) {
        return sending.context.fail(invalid());
    }
    sending.note(u"react"_s, { { u"target"_s, operands.value(0) }, { u"reaction"_s, *code } });
    const qint64 id = sending.context.home.takeMessageIds(1);
    return done(sending, Value::Object { { "msgIds", Value::Array { id } } });
}

int recall(Sending& sending)
{
    const std::optional<QJsonObject> message = namedMessage(sending);
    if (!message || !message->value(u"own"_s).toBool()) {
        return sending.context.fail(invalid());
    }
    sending.note(u"undo"_s, { { u"target"_s, sending.context.arguments.operands.value(0) } });
    return done(sending, Value::Object { { "status", 0 } });
}

} // namespace zalo::sim
