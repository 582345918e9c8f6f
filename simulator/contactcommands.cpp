// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contactjson.h"
#include "context.h"
#include "files.h"
#include "inspect.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

// A pretty-printed array, item by item: a big list need not be in memory as values.
template <typename Item> QByteArray prettyArray(int count, const Item& item)
{
    QByteArray out = "[";
    for (int i = 0; i < count; ++i) {
        out += (i == 0 ? "\n  " : ",\n  ") + toPrettyJson(item(i), 1);
    }
    return out + (count > 0 ? "\n]\n" : "]\n");
}

QByteArray tableOrEmpty(const Value::Array& rows)
{
    return rows.empty() ? QByteArray("(empty)\n") : table(rows);
}

int friendList(Context& context, const Contacts& contacts)
{
    if (context.arguments.has(u"json"_s)) {
        context.output.out(prettyArray(contacts.friendCount(), [&contacts](int i) {
            return userValue(contacts.friendAt(i));
        }));
        return 0;
    }
    Value::Array rows;
    for (int i = 0; i < contacts.friendCount(); ++i) {
        const Person person = contacts.friendAt(i);
        rows.emplace_back(Value::Object { { "userId", person.id },
                                          { "displayName", person.displayName },
                                          { "username", person.username },
                                          { "phone", person.phone } });
    }
    context.output.out(tableOrEmpty(rows));
    return 0;
}

int friendOnline(Context& context, const Contacts& contacts)
{
    Value::Array rows;
    for (int i = 0; i < contacts.friendCount(); ++i) {
        if (const Person person = contacts.friendAt(i); person.active) {
            rows.emplace_back(
                Value::Object { { "userId", person.id }, { "status", "Đang hoạt động" } });
        }
    }
    context.output.out(context.arguments.has(u"json"_s) ? toPrettyJson(rows) + '\n'
                                                        : tableOrEmpty(rows));
    return 0;
}

bool isPhone(const QString& query)
{
    const QString digits = query.startsWith(u'+') ? query.mid(1) : query;
    return !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](QChar c) {
        return c >= u'0' && c <= u'9';
    });
}

// What the last cache-refresh or login has written; users before it find nothing.
Value::Array findInCache(const Context& context, const Contacts& contacts, const QString& query)
{
    Value::Array hits;
    const QJsonArray cached =
        QJsonDocument::fromJson(
            readBytes(context.home.profilePath(context.profile, u"cache/friends.json"_s)))
            .array();
    for (const QJsonValue& entry : cached) {
        for (const char* key : { "displayName", "zaloName", "username", "userId", "phoneNumber" }) {
            if (entry[QLatin1String(key)].toString().contains(query, Qt::CaseInsensitive)) {
                const int index =
                    contacts.friendIndex(entry[QLatin1String("userId")].toString().toLatin1());
                hits.emplace_back(index < 0 ? Value(entry) : userValue(contacts.friendAt(index)));
                break;
            }
        }
    }
    return hits;
}

int friendFind(Context& context, const Contacts& contacts)
{
    if (context.settings.flag(u"rate-limit"_s)) {
        return context.fail(u"Vượt quá số request cho phép"_s);
    }
    const QString query = context.arguments.operands.value(0);
    Value::Array hits;
    if (isPhone(query)) {
        QByteArray phone = query.toLatin1();
        if (phone.startsWith('+')) {
            phone.remove(0, 1);
        }
        if (phone.startsWith('0')) {
            phone = "84" + phone.mid(1);
        }
        for (int i = 0; i < contacts.friendCount() && hits.empty(); ++i) {
            if (contacts.phoneOf(i) == phone) {
                hits.push_back(lookupValue(contacts.friendAt(i)));
            }
        }
        if (hits.empty()) {
            return context.fail(u"Số điện thoại chưa đăng ký tài khoản"_s);
        }
    } else {
        for (int i = 0; i < contacts.friendCount() && hits.empty(); ++i) {
            const Person person = contacts.friendAt(i);
            if (!person.username.isEmpty() && person.username == query.toUtf8()) {
                hits.push_back(lookupValue(person));
            }
        }
        if (hits.empty()) {
            hits = findInCache(context, contacts, query);
        }
    }
    context.output.out(toPrettyJson(hits) + '\n');
    return 0;
}

int groupList(Context& context, const Contacts& contacts)
{
    if (context.arguments.has(u"json"_s)) {
        context.output.out(prettyArray(contacts.groupCount(), [&](int i) {
            return groupValue(contacts, contacts.groupAt(i), context.zcaCli);
        }));
        return 0;
    }
    Value::Array rows;
    for (int i = 0; i < contacts.groupCount(); ++i) {
        const Group group = contacts.groupAt(i);
        rows.emplace_back(Value::Object { { "groupId", group.id },
                                          { "name", group.name },
                                          { "totalMember", group.total },
                                          { "type", 1 } });
    }
    context.output.out(tableOrEmpty(rows));
    return 0;
}

int oneGroup(Context& context, const Contacts& contacts)
{
    const bool wantsMembers = context.arguments.command == QLatin1String("group.members");
    const QString id = context.arguments.operands.value(0);
    const int index = contacts.groupIndex(id.toUtf8());
    if (!wantsMembers) {
        // Exit 0 for an unknown one, too (ZCA.md 5).
        context.output.out(index < 0 ? QByteArray("undefined\n")
                                     : inspect(groupValue(contacts, contacts.groupAt(index), false))
                                   + '\n');
        return 0;
    }
    if (index < 0) {
        return context.fail(u"Group not found: %1"_s.arg(id));
    }
    Value::Array rows;
    for (const Person& person : contacts.members(contacts.groupAt(index))) {
        rows.push_back(memberValue(person));
    }
    context.output.out(context.arguments.has(u"json"_s) ? toPrettyJson(rows) + '\n' : table(rows));
    return 0;
}

} // namespace

int runContacts(Context& context)
{
    const auto session = context.requireLogin();
    if (!session) {
        return 1;
    }
    const Contacts contacts(session->account, context.settings);
    const QString command = context.arguments.command;
    if (command == QLatin1String("me.id")) {
        context.output.out(session->account.id.toUtf8() + '\n');
        return 0;
    }
    if (command == QLatin1String("me.info")) {
        const Value me = userValue(contacts.self(), true);
        context.output.out((context.arguments.has(u"json"_s) ? toPrettyJson(me) : inspect(me))
                           + '\n');
        return 0;
    }
    if (command == QLatin1String("friend.list")) {
        return friendList(context, contacts);
    }
    if (command == QLatin1String("friend.find")) {
        return friendFind(context, contacts);
    }
    if (command == QLatin1String("friend.online")) {
        return friendOnline(context, contacts);
    }
    if (command == QLatin1String("group.list")) {
        return groupList(context, contacts);
    }
    return oneGroup(context, contacts);
}

} // namespace zalo::sim
