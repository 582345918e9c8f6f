// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "context.h"
#include "inspect.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

int list(Context& context)
{
    const QString standard = context.profiles.defaultName();
    // The real program does not look at -p here (ZCA.md 4).
    const QString active = context.profiles.resolve({});
    Value::Array rows;
    for (const auto& [name, meta] : context.profiles.list()) {
        rows.emplace_back(
            Value::Object { { "name", name },
                            { "label", meta.value(u"label"_s).toString() },
                            { "default", name == standard },
                            { "active", name == active },
                            { "loggedIn", QFile::exists(context.sessions.credentialsPath(name)) },
                            { "createdAt", meta.value(u"createdAt"_s).toString() },
                            { "updatedAt", meta.value(u"updatedAt"_s).toString() } });
    }
    context.output.out(table(rows));
    return 0;
}

} // namespace

int runAccount(Context& context)
{
    const QString command = context.arguments.command.section(u'.', 1);
    if (command == QLatin1String("list")) {
        return list(context);
    }
    if (command == QLatin1String("current")) {
        context.output.out(context.profile.toUtf8() + '\n');
        return 0;
    }
    const QString name = context.arguments.operands.value(0, u"default"_s);
    if (command == QLatin1String("add")) {
        if (!Profiles::isName(name)) {
            return context.fail(
                u"Invalid profile name. Use only letters, numbers, dashes, and underscores."_s);
        }
        if (context.profiles.exists(name)) {
            return context.fail(u"Profile \"%1\" already exists."_s.arg(name));
        }
        context.profiles.ensure(name);
        context.output.out(
            u"Profile created: %1\nNext step: openzca --profile %1 auth login\n"_s.arg(name)
                .toUtf8());
        return 0;
    }
    if (!context.profiles.exists(name)) {
        return context.fail(u"Profile \"%1\" does not exist."_s.arg(name));
    }
    if (command == QLatin1String("switch")) {
        context.profiles.setDefault(name);
        context.output.out("Default profile set to: " + name.toUtf8() + '\n');
    } else if (command == QLatin1String("label")) {
        context.profiles.setLabel(name, context.arguments.operands.value(1));
        context.output.out("Updated label for " + name.toUtf8() + '\n');
    } else {
        context.profiles.remove(name);
        context.output.out("Removed profile: " + name.toUtf8() + '\n');
    }
    return 0;
}

} // namespace zalo::sim
