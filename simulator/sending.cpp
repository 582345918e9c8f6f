// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "sending.h"

#include "contacts.h"
#include "history.h"
#include "inspect.h"
#include "linefile.h"
#include "message.h"

#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace zalo::sim {

qint64 Sending::send(const QString& kind, const QString& text, QJsonObject more) const
{
    const qint64 id = context.home.takeMessageIds(1);
    more[u"text"_s] = text;
    more[u"raw"_s] = context.arguments.has(u"raw"_s);
    more[u"msgId"_s] = QString::number(id);
    remember(line(kind, more));
    return id;
}

void Sending::note(const QString& kind, QJsonObject more) const
{
    line(kind, std::move(more));
}

QJsonObject Sending::line(const QString& kind, QJsonObject more) const
{
    more[u"profile"_s] = context.profile;
    more[u"account"_s] = session.account.id;
    more[u"threadId"_s] = threadId;
    more[u"isGroup"_s] = isGroup;
    more[u"kind"_s] = kind;
    more[u"argv"_s] = QJsonArray::fromStringList(context.commandLine);
    LineFile::outbox(context.home).append(more);
    return more;
}

void Sending::remember(const QJsonObject& sent) const
{
    static const QHash<QString, QString> kinds { { u"image"_s, u"photo"_s },
                                                 { u"upload"_s, u"file"_s } };
    const QString kind = sent.value(u"kind"_s).toString();
    QJsonObject wanted { { u"own"_s, true },
                         { u"kind"_s, kinds.value(kind, kind) },
                         { u"msgId"_s, sent.value(u"msgId"_s) },
                         { u"threadId"_s, sent.value(u"threadId"_s) },
                         { u"isGroup"_s, sent.value(u"isGroup"_s) } };
    for (const auto& [from, to] :
         { std::pair(u"text"_s, u"content"_s), std::pair(u"url"_s, u"url"_s) }) {
        if (!sent.value(from).toString().isEmpty()) {
            wanted[to] = sent.value(from);
        }
    }
    const Contacts contacts(session.account, context.settings);
    if (!History(context.home)
             .add(completeMessage(context.home, contacts, wanted).fields, session.account)) {
        qFatal("the history cannot be written");
    }
}

int Sending::answer(const Value& value, qint64 lastId) const
{
    if (context.settings.flag(u"send-then-hang"_s)) {
        Output::hang();
    }
    if (context.zcaCli) {
        context.output.out("Message sent\nmessage id: " + QByteArray::number(lastId) + '\n');
    } else {
        context.output.out(inspect(value) + '\n');
    }
    return 0;
}

} // namespace zalo::sim
