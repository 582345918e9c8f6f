// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contactjson.h"
#include "context.h"
#include "files.h"
#include "inspect.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

QString cachePath(const Context& context, const char* name)
{
    return context.home.profilePath(context.profile, u"cache/"_s + QLatin1String(name));
}

int status(Context& context)
{
    const auto session = context.requireLogin();
    if (!session) {
        return 1;
    }
    context.output.out(
        inspect(Value::Object {
            { "profile", context.profile },
            { "loggedIn", true },
            { "userId", session->account.id },
            { "displayName", session->account.name },
            { "credentialsPath", context.sessions.credentialsPath(context.profile) } })
        + '\n');
    return 0;
}

int logInWithCredentials(Context& context)
{
    const QString file = context.arguments.operands.value(0);
    if (!file.isEmpty()) {
        const QString path = QDir::current().absoluteFilePath(file);
        if (!QFile::exists(path)) {
            return context.fail(u"ENOENT: no such file or directory, open '%1'"_s.arg(path));
        }
        const QByteArray bytes = readBytes(path);
        const QJsonObject credentials = QJsonDocument::fromJson(bytes).object();
        for (const char* key : { "imei", "cookie", "userAgent" }) {
            const QJsonValue value = credentials.value(QLatin1String(key));
            if (value.isUndefined() || value.isNull() || value == QString()) {
                return context.fail(u"Credential file must include imei, cookie, and userAgent."_s);
            }
        }
        if (!context.isOnline()) {
            return context.fail(u"fetch failed"_s);
        }
        writeBytes(context.sessions.credentialsPath(context.profile), bytes);
    } else if (!context.sessions.of(context.profile)) {
        return context.fail(
            u"No saved credentials for profile \"%1\". Run: openzca auth login"_s.arg(
                context.profile));
    }
    const auto session = context.requireLogin();
    if (!session) {
        return 1;
    }
    context.output.out(u"Logged in profile %1 as %2 (%3)\n"_s
                           .arg(context.profile, session->account.name, session->account.id)
                           .toUtf8());
    return 0;
}

int cacheInfo(Context& context)
{
    const auto count = [&context](const char* name) {
        return int(QJsonDocument::fromJson(readBytes(cachePath(context, name))).array().size());
    };
    const QString updated =
        readObject(cachePath(context, "meta.json")).value(u"updatedAt"_s).toString();
    context.output.out(
        inspect(Value::Object { { "profile", context.profile },
                                { "appHome", context.home.path({}).chopped(1) },
                                { "profilesFile", context.home.path(u"profiles.json"_s) },
                                { "friendsCount", count("friends.json") },
                                { "groupsCount", count("groups.json") },
                                { "updatedAt", updated.isEmpty() ? Value() : Value(updated) } })
        + '\n');
    return 0;
}

} // namespace

std::pair<int, int> refreshCache(Context& context, const Account& account)
{
    const Contacts contacts(account, context.settings);
    QByteArrayList friends;
    for (int i = 0; i < contacts.friendCount(); ++i) {
        friends.append(toPrettyJson(userValue(contacts.friendAt(i)), 1));
    }
    QByteArrayList groups;
    for (int i = 0; i < contacts.groupCount(); ++i) {
        groups.append(toPrettyJson(groupValue(contacts, contacts.groupAt(i), false), 1));
    }
    const auto array = [](const QByteArrayList& items) {
        return items.isEmpty() ? QByteArray("[]\n")
                               : "[\n  " + items.join(",\n  ") + QByteArray("\n]\n");
    };
    writeBytes(cachePath(context, "friends.json"), array(friends));
    writeBytes(cachePath(context, "groups.json"), array(groups));
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    writeBytes(cachePath(context, "meta.json"),
               toPrettyJson(Value::Object { { "updatedAt", now } }) + '\n');
    return { contacts.friendCount(), contacts.groupCount() };
}

int runAuth(Context& context)
{
    const QString command = context.arguments.command;
    if (command == QLatin1String("auth.status")) {
        return status(context);
    }
    if (command == QLatin1String("auth.login-cred")) {
        return logInWithCredentials(context);
    }
    if (command == QLatin1String("auth.cache-info")) {
        return cacheInfo(context);
    }
    if (command == QLatin1String("auth.logout")) {
        QFile::remove(context.sessions.credentialsPath(context.profile));
        context.output.out("Logged out profile " + context.profile.toUtf8() + '\n');
        return 0;
    }
    if (command == QLatin1String("auth.cache-clear")) {
        for (const char* name : { "friends.json", "groups.json", "meta.json" }) {
            QFile::remove(cachePath(context, name));
        }
        context.output.out("Cache cleared for profile " + context.profile.toUtf8() + '\n');
        return 0;
    }
    const auto session = context.requireLogin();
    if (!session) {
        return 1;
    }
    const auto [friends, groups] = refreshCache(context, session->account);
    context.output.out(u"Cache refreshed for %1: %2 friends, %3 groups\n"_s.arg(context.profile)
                           .arg(friends)
                           .arg(groups)
                           .toUtf8());
    return 0;
}

} // namespace zalo::sim
