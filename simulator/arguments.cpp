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
        for (const QString& word : option.flags.split(u' ')) {
            if (word.startsWith(QLatin1String("--"))) {
                option.longName = word.mid(2);
            } else if (word.startsWith(u'-')) {
                option.shortName = word.mid(1, 1);
            }
        }
        options.append(option);
    }
    return options;
}

const Option* find(const QList<Option>& options, const QString& word)
{
    for (const Option& option : options) {
        if (word == QLatin1String("--") + option.longName
            || (!option.shortName.isEmpty() && word == u'-' + option.shortName)) {
            return &option;
        }
    }
    return nullptr;
}

bool looksLikeOption(const QString& word)
{
    // The library lets negative numbers pass as operands.
    static const QRegularExpression number(u"^-(\\d+|\\d*\\.\\d+)(e[+-]?\\d+)?$"_s);
    return word.size() > 1 && word.startsWith(u'-')
        && (!word.at(1).isDigit() || !number.match(word).hasMatch());
}

struct Parsed
{
    QStringList operands;
    QStringList unknown; // the first unknown option and what follows it
    QHash<QString, QStringList> options;
    QString missingValue; // flags of an option without its value
};

// Known options are taken wherever they stand before "--"; the rest keeps its order.
Parsed parseOptions(QStringList words, const QList<Option>& options)
{
    Parsed out;
    QStringList* rest = &out.operands;
    while (!words.isEmpty()) {
        const QString word = words.takeFirst();
        if (word == QLatin1String("--")) {
            if (rest == &out.unknown) {
                rest->append(word);
            }
            rest->append(words);
            break;
        }
        if (looksLikeOption(word)) {
            if (const Option* option = find(options, word)) {
                if (option->takesValue) {
                    if (words.isEmpty()) {
                        out.missingValue = option->flags;
                        break;
                    }
                    out.options[option->longName].append(words.takeFirst());
                } else {
                    out.options[option->longName].append(QString());
                }
                continue;
            }
            if (word.size() > 2 && word.at(1) != u'-') {
                if (const Option* option = find(options, word.left(2))) {
                    if (option->takesValue) {
                        out.options[option->longName].append(word.mid(2));
                    } else {
                        out.options[option->longName].append(QString());
                        words.prepend(u'-' + word.mid(2));
                    }
                    continue;
                }
            }
            const qsizetype equals = word.indexOf(u'=');
            if (word.startsWith(QLatin1String("--")) && equals > 0) {
                const Option* option = find(options, word.left(equals));
                if (option && option->takesValue) {
                    out.options[option->longName].append(word.mid(equals + 1));
                    continue;
                }
            }
            rest = &out.unknown;
        }
        rest->append(word);
    }
    return out;
}

const CommandSpec* specOf(const QByteArray& parent, const QString& word)
{
    const QByteArray path = parent.isEmpty() ? word.toUtf8() : parent + ' ' + word.toUtf8();
    for (const CommandSpec& spec : commandSpecs()) {
        if (path == spec.path && !path.isEmpty()) {
            return &spec;
        }
        const QByteArray specPath = spec.path;
        const QByteArray specParent = specPath.left(qMax<qsizetype>(0, specPath.lastIndexOf(' ')));
        if (*spec.alias != '\0' && specParent == parent && word.toUtf8() == spec.alias) {
            return &spec;
        }
    }
    return nullptr;
}

QByteArray usageError(const QString& message, const CommandSpec& spec, bool zcaCli)
{
    return "error: " + message.toUtf8() + "\n\n" + helpText(spec, zcaCli);
}

bool wantsHelp(const QStringList& words)
{
    return words.contains(u"-h"_s) || words.contains(u"--help"_s);
}

void parseLeaf(Arguments& out, const CommandSpec& spec, const QStringList& words, bool zcaCli)
{
    const Parsed parsed = parseOptions(words, optionsOf(spec, zcaCli));
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

Arguments parseArguments(const QStringList& words, bool zcaCli)
{
    Arguments out;
    const CommandSpec* spec = &commandSpecs().first();
    // The program's own options are taken first, out of all words.
    QStringList before = words;
    QStringList after;
    const qsizetype end = words.indexOf(u"--"_s);
    if (end >= 0) {
        before = words.first(end);
        after = words.sliced(end);
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
        const QString word = rest.takeFirst();
        if (word == QLatin1String("help")) {
            help = true;
        } else if (word == QLatin1String("-h") || word == QLatin1String("--help")) {
            out.out = helpText(*spec, zcaCli);
            return out;
        } else if (word.startsWith(u'-')) {
            out.err = usageError(u"unknown option '%1'"_s.arg(word), *spec, zcaCli);
            return out;
        } else if (const CommandSpec* next = specOf(spec->path, word)) {
            spec = next;
        } else {
            out.err = usageError(u"unknown command '%1'"_s.arg(word), *spec, zcaCli);
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
