// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "arguments.h"

#include "help.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

struct Option
{
    QString shortName; // "q", or empty
    QString longName;
    QString flags;
    bool takesValue = false;
};

QList<Option> optionsOf(const CommandSpec& spec, bool zcaCli)
{
    QList<Option> options;
    for (const OptionSpec& one : spec.options) {
        if (zcaCli && one.openzcaOnly) {
            continue;
        }
        Option option;
        option.flags = QString::fromLatin1(one.flags);
        option.takesValue = option.flags.contains(u'<');
        for (const QString& arg : option.flags.split(u' ')) {
            if (arg.startsWith(QLatin1String("--"))) {
                option.longName = arg.mid(2);
            } else if (arg.startsWith(u'-')) {
                option.shortName = arg.mid(1, 1);
            }
        }
        options.append(option);
    }
    return options;
}

const Option* find(const QList<Option>& options, const QString& arg)
{
    for (const Option& option : options) {
        if (arg == QLatin1String("--") + option.longName
            || (!option.shortName.isEmpty() && arg == u'-' + option.shortName)) {
            return &option;
        }
    }
    return nullptr;
}

bool looksLikeOption(const QString& arg)
{
    // The library lets negative numbers pass as operands.
    static const QRegularExpression number(u"^-(\\d+|\\d*\\.\\d+)(e[+-]?\\d+)?$"_s);
    return arg.size() > 1 && arg.startsWith(u'-')
        && (!arg.at(1).isDigit() || !number.match(arg).hasMatch());
}

struct Parsed
{
    QStringList operands;
    QStringList unknown; // the first unknown option and what follows it
    QHash<QString, QStringList> options;
    QString missingValue; // flags of an option without its value
};

// Known options are recognised wherever they stand before "--"; the rest keeps its order.
Parsed parseOptions(QStringList args, const QList<Option>& options)
{
    Parsed out;
    QStringList* rest = &out.operands;
    while (!args.isEmpty()) {
        const QString arg = args.takeFirst();
        if (arg == QLatin1String("--")) {
            if (rest == &out.unknown) {
                rest->append(arg);
            }
            rest->append(args);
            break;
        }
        if (looksLikeOption(arg)) {
            if (const Option* option = find(options, arg)) {
                if (option->takesValue) {
                    if (args.isEmpty()) {
                        out.missingValue = option->flags;
                        break;
                    }
                    out.options[option->longName].append(args.takeFirst());
                } else {
                    out.options[option->longName].append(QString());
                }
                continue;
            }
            if (arg.size() > 2 && arg.at(1) != u'-') {
                if (const Option* option = find(options, arg.left(2))) {
                    if (option->takesValue) {
                        out.options[option->longName].append(arg.mid(2));
                    } else {
                        out.options[option->longName].append(QString());
                        args.prepend(u'-' + arg.mid(2));
                    }
                    continue;
                }
            }
            const qsizetype equals = arg.indexOf(u'=');
            if (arg.startsWith(QLatin1String("--")) && equals > 0) {
                const Option* option = find(options, arg.left(equals));
                if (option && option->takesValue) {
                    out.options[option->longName].append(arg.mid(equals + 1));
                    continue;
                }
            }
            rest = &out.unknown;
        }
        rest->append(arg);
    }
    return out;
}

const CommandSpec* specOf(const QByteArray& parent, const QString& arg, bool zcaCli)
{
    const QByteArray path = parent.isEmpty() ? arg.toUtf8() : parent + ' ' + arg.toUtf8();
    for (const CommandSpec& spec : commandSpecs()) {
        if (zcaCli && spec.openzcaOnly) {
            continue;
        }
        if (path == spec.path && !path.isEmpty()) {
            return &spec;
        }
        const QByteArray specPath = spec.path;
        const QByteArray specParent = specPath.left(qMax<qsizetype>(0, specPath.lastIndexOf(' ')));
        if (*spec.alias != '\0' && specParent == parent && arg.toUtf8() == spec.alias) {
            return &spec;
        }
    }
    return nullptr;
}

QByteArray usageError(const QString& message, const CommandSpec& spec, bool zcaCli)
{
    return "error: " + message.toUtf8() + "\n\n" + helpText(spec, zcaCli);
}

bool wantsHelp(const QStringList& args)
{
    return args.contains(u"-h"_s) || args.contains(u"--help"_s);
}

void parseLeaf(Arguments& out, const CommandSpec& spec, const QStringList& args, bool zcaCli)
{
    const Parsed parsed = parseOptions(args, optionsOf(spec, zcaCli));
    const auto fail = [&](const QString& message) { out.err = usageError(message, spec, zcaCli); };
    if (wantsHelp(parsed.unknown)) {
        out.out = helpText(spec, zcaCli);
        return;
    }
    if (!parsed.missingValue.isEmpty()) {
        return fail(u"option '%1' argument missing"_s.arg(parsed.missingValue));
    }
    if (!parsed.unknown.isEmpty()) {
        return fail(u"unknown option '%1'"_s.arg(parsed.unknown.first()));
    }
    const QStringList names = QString::fromLatin1(spec.arguments).split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = parsed.operands.size(); i < names.size(); ++i) {
        if (names[i].startsWith(u'<')) {
            return fail(
                u"missing required argument '%1'"_s.arg(names[i].mid(1, names[i].size() - 2)));
        }
    }
    if (parsed.operands.size() > names.size()) {
        return fail(u"too many arguments for '%1'. Expected %2 argument%3 but got %4."_s
                        .arg(QString::fromLatin1(spec.path).section(u' ', -1))
                        .arg(names.size())
                        .arg(names.size() == 1 ? QString() : u"s"_s)
                        .arg(parsed.operands.size()));
    }
    out.command = QString::fromLatin1(spec.path).replace(u' ', u'.');
    out.operands = parsed.operands;
    out.options = parsed.options;
}

} // namespace

Arguments parseArguments(const QStringList& args, bool zcaCli)
{
    Arguments out;
    const CommandSpec* spec = &commandSpecs().first();
    // The program's own options come first, out of all arguments.
    QStringList before = args;
    QStringList after;
    const qsizetype end = args.indexOf(u"--"_s);
    if (end >= 0) {
        before = args.first(end);
        after = args.sliced(end);
    }
    const Parsed program = parseOptions(before, optionsOf(*spec, zcaCli));
    out.profile = program.options.value(u"profile"_s).value(0).trimmed();
    if (program.options.contains(u"version"_s)) {
        out.wantsVersion = true;
        return out;
    }
    if (!program.missingValue.isEmpty()) {
        out.err =
            usageError(u"option '%1' argument missing"_s.arg(program.missingValue), *spec, zcaCli);
        return out;
    }
    QStringList rest = program.operands + program.unknown + after;
    bool help = false;
    while (spec->isGroup) {
        if (rest.isEmpty() || rest.first() == QLatin1String("--")) {
            (help ? out.out : out.err) = helpText(*spec, zcaCli);
            return out;
        }
        const QString arg = rest.takeFirst();
        if (arg == QLatin1String("help")) {
            help = true;
        } else if (arg == QLatin1String("-h") || arg == QLatin1String("--help")) {
            out.out = helpText(*spec, zcaCli);
            return out;
        } else if (arg.startsWith(u'-')) {
            out.err = usageError(u"unknown option '%1'"_s.arg(arg), *spec, zcaCli);
            return out;
        } else if (const CommandSpec* next = specOf(spec->path, arg, zcaCli)) {
            spec = next;
        } else {
            out.err = usageError(u"unknown command '%1'"_s.arg(arg), *spec, zcaCli);
            return out;
        }
    }
    if (help) {
        out.out = helpText(*spec, zcaCli);
    } else {
        parseLeaf(out, *spec, rest, zcaCli);
    }
    return out;
}

bool isCommandId(const QString& id)
{
    if (id == QLatin1String("version") || id == QLatin1String("help")) {
        return true;
    }
    const QByteArray path = QString(id).replace(u'.', u' ').toLatin1();
    for (const CommandSpec& spec : commandSpecs()) {
        if (!spec.isGroup && path == spec.path) {
            return true;
        }
    }
    return false;
}

} // namespace zalo::sim
