// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts.h"
#include "context.h"
#include "history.h"
#include "historyjson.h"
#include "inspect.h"
#include "localdb.h"
#include "ownconnection.h"

#include <QDateTime>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <limits>
#include <map>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

using Wanted = std::function<bool(const QJsonObject&)>;

constexpr int usualCount = 20;
constexpr int mostRecent = 200;
constexpr int usualWindow = 200;
constexpr int leastScan = 500;
constexpr int scanTime = 1'800; // ms, with 250 people

bool isGroupRow(const QJsonObject& row)
{
    return row.value(u"isGroup"_s).toBool();
}

QString threadOf(const QJsonObject& row)
{
    return row.value(u"threadId"_s).toString();
}

int countOf(const Context& context, int usual)
{
    bool ok = false;
    const int count = context.arguments.value(u"count"_s).toInt(&ok);
    return ok ? qMax(1, count) : usual;
}

//! What the servers hand over on a connection of the command's own: nothing when that was taken
//! from it, and no error.
QList<QJsonObject> overOwnConnection(Context& context, const Session& session, qsizetype count,
                                     const Wanted& isWanted)
{
    OwnConnection connection(context.home, context.profile, session.token);
    return connection.hold(context.settings.duration(u"history-time"_s, scanTime))
        ? History(context.home).newest(session.account.id, count, isWanted)
        : QList<QJsonObject>();
}

//! Newest first.
QList<QJsonObject> storedRows(const Context& context, qsizetype count, const Wanted& isWanted)
{
    QList<QJsonObject> out;
    const QList<QJsonObject> rows = LocalDb(context.home, context.profile).rows();
    for (auto row = rows.rbegin(); row != rows.rend() && out.size() < count; ++row) {
        if (isWanted(*row)) {
            out.append(*row);
        }
    }
    return out;
}

Value::Array valuesOf(const QList<QJsonObject>& rows, Value (*valueOf)(const QJsonObject&))
{
    Value::Array out;
    for (const QJsonObject& row : rows) {
        out.push_back(valueOf(row));
    }
    return out;
}

QByteArray tableOf(const Value::Array& rows)
{
    return rows.empty() ? QByteArray("(empty)\n") : table(rows);
}

void print(Context& context, const Value& value)
{
    context.output.out((context.arguments.has(u"json"_s) ? toPrettyJson(value) : inspect(value))
                       + '\n');
}

int sync(Context& context)
{
    const auto session = context.requireLogin();
    if (!session) {
        return 1;
    }
    const bool isOneChat = context.arguments.command == QLatin1String("db.sync.chat");
    const QString chat = context.arguments.operands.value(0);
    const int window = countOf(context, usualWindow);
    const Contacts contacts(session->account, context.settings);
    const QList<QJsonObject> rows =
        overOwnConnection(context, *session, isOneChat ? window : qMax(window * 10, leastScan),
                          [&](const QJsonObject& row) {
                              return !isGroupRow(row) && (!isOneChat || threadOf(row) == chat);
                          });
    const LocalDb db(context.home, context.profile);
    db.add(rows);
    QSet<QString> chats;
    for (const QJsonObject& row : rows) {
        chats.insert(threadOf(row));
    }
    Value::Array state;
    if (!isOneChat) {
        state.emplace_back(
            Value::Object { { "kind", "friends" }, { "imported", contacts.friendCount() } });
    }
    Value::Object synced { { "kind", isOneChat ? "chat" : "chats" },
                           { "imported", int(rows.size()) } };
    if (isOneChat) {
        synced.insert(synced.begin() + 1, { { "chatId", chat }, { "rawThreadId", chat } });
    } else {
        synced.push_back({ "chats", int(chats.size()) });
    }
    synced.push_back({ "completeness", "best_effort" });
    state.emplace_back(synced);
    print(context,
          Value::Object { { "profile", context.profile },
                          { "dbPath", db.path() },
                          { "windowCount", window },
                          { "groupsSynced", 0 },
                          { "groupMessagesImported", 0 },
                          { "friendsSynced", isOneChat ? 0 : contacts.friendCount() },
                          { "chatsSynced", isOneChat ? 1 : int(chats.size()) },
                          { "dmMessagesImported", int(rows.size()) },
                          { "syncState", state } });
    return 0;
}

int chatList(Context& context)
{
    QMap<QString, QList<QJsonObject>> threads;
    for (const QJsonObject& row : LocalDb(context.home, context.profile).rows()) {
        threads[threadOf(row)].append(row);
    }
    const auto session = context.sessions.of(context.profile);
    const Contacts contacts(session ? session->account : Sessions::accountFor(context.profile),
                            context.settings);
    std::multimap<qint64, Value, std::greater<>> newestFirst;
    for (const QList<QJsonObject>& rows : std::as_const(threads)) {
        const int index = contacts.friendIndex(threadOf(rows.last()).toUtf8());
        const QString title =
            index < 0 ? QString() : QString::fromUtf8(contacts.friendAt(index).displayName);
        newestFirst.emplace(rows.last().value(u"ts"_s).toInteger(), chatValue(rows, title));
    }
    Value::Array out;
    for (const auto& [time, chat] : newestFirst) {
        out.push_back(chat);
    }
    context.output.out(context.arguments.has(u"json"_s) ? toPrettyJson(out) + '\n' : tableOf(out));
    return 0;
}

//! ms of "30s", "7m", "24h", "7d" or "2w"; nothing for anything else.
std::optional<qint64> durationIn(const QString& text)
{
    static const QRegularExpression pattern(u"^(\\d+)\\s*([smhdw])$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    if (!match.hasMatch()) {
        return {};
    }
    static const QHash<QChar, qint64> units {
        { u's', 1 }, { u'm', 60 }, { u'h', 3'600 }, { u'd', 86'400 }, { u'w', 604'800 }
    };
    return match.captured(1).toLongLong() * 1'000 * units.value(match.captured(2).toLower().at(0));
}

int chatMessages(Context& context)
{
    const Arguments& arguments = context.arguments;
    const QString chat = arguments.operands.value(0);
    qint64 since = 0;
    if (arguments.has(u"since"_s)) {
        const auto duration = durationIn(arguments.value(u"since"_s));
        if (!duration) {
            return context.fail(
                u"--since must be a relative duration like 30s, 7m, 24h, 7d, or 2w."_s);
        }
        since = QDateTime::currentMSecsSinceEpoch() - *duration;
    }
    if (arguments.has(u"all"_s) && arguments.has(u"limit"_s)) {
        return context.fail(u"Use either --all or --limit, not both."_s);
    }
    const bool isBounded =
        !arguments.has(u"all"_s) && (arguments.has(u"limit"_s) || !arguments.has(u"since"_s));
    const int limit = arguments.has(u"limit"_s) ? arguments.value(u"limit"_s).toInt() : usualCount;
    QList<QJsonObject> rows =
        storedRows(context, isBounded ? limit : std::numeric_limits<qsizetype>::max(),
                   [&](const QJsonObject& row) {
                       return threadOf(row) == chat && row.value(u"ts"_s).toInteger() >= since;
                   });
    if (arguments.has(u"oldest-first"_s)) {
        std::reverse(rows.begin(), rows.end());
    }
    const bool isGroup = arguments.has(u"group"_s) || (!rows.isEmpty() && isGroupRow(rows.first()));
    print(context,
          Value::Object { { "chatId", chat },
                          { "threadType", isGroup ? "group" : "user" },
                          { "count", int(rows.size()) },
                          { "messages", valuesOf(rows, storedValue) } });
    return 0;
}

int status(Context& context)
{
    const LocalDb db(context.home, context.profile);
    const QList<QJsonObject> rows = db.rows();
    QSet<QString> groups;
    QSet<QString> people;
    for (const QJsonObject& row : rows) {
        (isGroupRow(row) ? groups : people).insert(threadOf(row));
    }
    Value::Object object { { "enabled", db.isEnabled() },
                           { "path", db.path() },
                           { "exists", QFile::exists(db.path()) },
                           { "messageCount", int(rows.size()) },
                           { "threadCount", int(groups.size() + people.size()) },
                           { "groupCount", int(groups.size()) },
                           { "userCount", int(people.size()) } };
    if (!rows.isEmpty()) {
        object.push_back({ "lastMessageAtMs", rows.last().value(u"ts"_s).toInteger() });
    }
    print(context, object);
    return 0;
}

} // namespace

int runRecent(Context& context)
{
    const auto session = context.requireLogin();
    if (!session) {
        return 1;
    }
    const bool isGroup = context.arguments.has(u"group"_s);
    const QString thread = context.arguments.operands.value(0);
    const int count = qMin(countOf(context, usualCount), mostRecent);
    const QString source = context.arguments.has(u"source"_s)
        ? context.arguments.value(u"source"_s).trimmed().toLower()
        : u"live"_s;
    if (!QStringList { u"live"_s, u"db"_s, u"auto"_s }.contains(source)) {
        return context.fail(u"--source must be one of: live, db, auto"_s);
    }
    const Wanted isWanted = [&](const QJsonObject& row) {
        return isGroupRow(row) == isGroup && threadOf(row) == thread;
    };
    QList<QJsonObject> rows;
    if (source != QLatin1String("live")) {
        rows = storedRows(context, count, isWanted);
    }
    if (source == QLatin1String("live") || (source == QLatin1String("auto") && rows.isEmpty())) {
        // Groups are asked for by HTTP, beside any listener; only where that fails as people are.
        rows = isGroup && !context.settings.flag(u"history-fails"_s)
            ? History(context.home).newest(session->account.id, count, isWanted)
            : overOwnConnection(context, *session, count, isWanted);
    }
    const Value::Array messages = valuesOf(rows, recentValue);
    if (!context.arguments.has(u"json"_s)) {
        context.output.out(tableOf(messages));
        return 0;
    }
    print(context,
          Value::Object { { "threadId", thread },
                          { "threadType", isGroup ? "group" : "user" },
                          { "count", int(rows.size()) },
                          { "messages", messages } });
    return 0;
}

int runDb(Context& context)
{
    const QString command = context.arguments.command;
    if (command.startsWith(QLatin1String("db.sync"))) {
        return sync(context);
    }
    if (command == QLatin1String("db.chat.list")) {
        return chatList(context);
    }
    if (command == QLatin1String("db.chat.messages")) {
        return chatMessages(context);
    }
    const LocalDb db(context.home, context.profile);
    if (command == QLatin1String("db.enable")) {
        db.enable(context.arguments.value(u"path"_s));
    } else if (command == QLatin1String("db.disable")) {
        db.disable();
    }
    return status(context);
}

} // namespace zalo::sim
