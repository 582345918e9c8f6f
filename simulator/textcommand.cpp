// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "replyquote.h"
#include "sending.h"
#include "textplan.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

// Of a lookup of a group's members, for each of them: 55 requests and 6.8 s with 251.
constexpr int lookupTime = 27;

QJsonArray jsonOf(const QList<Mention>& mentions)
{
    QJsonArray out;
    for (const Mention& mention : mentions) {
        out.append(QJsonObject { { u"uid"_s, QString::fromUtf8(mention.userId) },
                                 { u"pos"_s, mention.position },
                                 { u"len"_s, mention.length } });
    }
    return out;
}

QJsonArray jsonOf(const QList<Style>& styles)
{
    QJsonArray out;
    for (const Style& style : styles) {
        out.append(QJsonObject {
            { u"start"_s, style.start }, { u"len"_s, style.length }, { u"st"_s, style.code } });
    }
    return out;
}

//! The mentions of a text to a group, also of a raw one; an error message otherwise.
QString resolveMentions(Context& context, const Session& session, OutgoingText& text)
{
    if (!text.isGroup || !mayMention(text.text)) {
        return {};
    }
    const Contacts contacts(session.account, context.settings);
    const int group = contacts.groupIndex(text.threadId.toUtf8());
    if (group < 0) {
        return u"Group not found: %1"_s.arg(text.threadId);
    }
    std::vector<Person> members = contacts.members(contacts.groupAt(group));
    Output::sleep(context.settings.duration(u"lookup-time"_s, lookupTime * int(members.size())));
    if (const QString shared = context.settings.value(u"ambiguous-mention"_s); !shared.isEmpty()) {
        for (const char* id : { "1", "2" }) {
            Person person;
            person.id = id;
            person.displayName = shared.toUtf8();
            members.push_back(person);
        }
    }
    const Mentions mentions = mentionsIn(text.text, members);
    text.mentions = mentions.found;
    return mentions.ambiguous.isEmpty()
        ? QString()
        : u"Ambiguous mention \"%1\": matched multiple group members."_s.arg(mentions.ambiguous);
}

} // namespace

int sendText(Sending& sending)
{
    Context& context = sending.context;
    const QString given = context.arguments.operands.value(1);
    const MarkedText marked =
        context.arguments.has(u"raw"_s) ? MarkedText { given, {} } : readMarkup(given);
    OutgoingText text { marked.text, sending.threadId, sending.isGroup, {}, marked.styles };
    if (const QString error = resolveMentions(context, sending.session, text); !error.isEmpty()) {
        return context.fail(error);
    }
    const ReplyQuote quote = replyQuote(context, sending.threadId);
    if (!quote.error.isEmpty()) {
        return context.fail(quote.error);
    }
    const QList<OutgoingText> parts = textParts(text);
    const int failing = context.settings.number(u"fail-chunk"_s, 0);
    Value::Array responses;
    qint64 id = 0;
    for (int i = 0; i < parts.size(); ++i) {
        if (i + 1 == failing) {
            return context.fail(u"Lỗi không xác định"_s);
        }
        QJsonObject more { { u"chunk"_s, i + 1 }, { u"chunks"_s, parts.size() } };
        if (!parts[i].mentions.isEmpty()) {
            more[u"mentions"_s] = jsonOf(parts[i].mentions);
        }
        if (!parts[i].styles.isEmpty()) {
            more[u"styles"_s] = jsonOf(parts[i].styles);
        }
        if (i == 0 && !quote.fields.isEmpty()) {
            more[u"quote"_s] = quote.fields;
        }
        id = sending.send(u"text"_s, parts[i].text, more);
        responses.emplace_back(Value::Object { { "message", Value::Object { { "msgId", id } } },
                                               { "attachment", Value::Array {} } });
    }
    if (parts.size() == 1) {
        return sending.answer(responses.front(), id);
    }
    return sending.answer(Value::Object { { "chunked", true },
                                          { "chunkCount", int(parts.size()) },
                                          { "msgId", QByteArray::number(id) },
                                          { "response", responses } },
                          id);
}

} // namespace zalo::sim
