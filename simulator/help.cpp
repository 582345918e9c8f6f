// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "help.h"

namespace zalo::sim {

namespace {

constexpr qsizetype pageWidth = 80;

using Row = std::pair<QByteArray, QByteArray>;

// Words are put on a line as long as they fit; further lines get the indentation.
QByteArray wrapped(const QByteArray& text, qsizetype width, qsizetype indentation)
{
    QByteArray out;
    qsizetype used = 0;
    for (const QByteArray& word : text.split(' ')) {
        if (used > 0 && used + 1 + word.size() > width) {
            out += '\n' + QByteArray(indentation, ' ');
            used = 0;
        } else if (used > 0) {
            out += ' ';
            ++used;
        }
        out += word;
        used += word.size();
    }
    return out;
}

QByteArray section(const char* title, const QList<Row>& rows, qsizetype termWidth)
{
    QByteArray out = QByteArray("\n") + title + ":\n";
    for (const auto& [term, description] : rows) {
        const qsizetype indentation = 2 + termWidth + 2;
        out += "  " + term.leftJustified(termWidth) + "  "
            + wrapped(description, pageWidth - indentation, indentation) + '\n';
    }
    return out;
}

bool isChild(const CommandSpec& spec, const QByteArray& parent)
{
    const QByteArray path = spec.path;
    const QByteArray prefix = parent.isEmpty() ? parent : parent + ' ';
    return !path.isEmpty() && path != parent && path.startsWith(prefix)
        && !path.mid(prefix.size()).contains(' ');
}

QByteArray childTerm(const CommandSpec& spec)
{
    QByteArray term = QByteArray(spec.path).split(' ').last();
    if (*spec.alias != '\0') {
        term += QByteArray("|") + spec.alias;
    }
    if (!spec.options.isEmpty()) {
        term += " [options]";
    }
    if (*spec.arguments != '\0') {
        term += QByteArray(" ") + spec.arguments;
    }
    return term;
}

} // namespace

QByteArray helpText(const CommandSpec& spec, bool zcaCli)
{
    const QByteArray path = spec.path;
    QList<Row> options;
    for (const OptionSpec& option : spec.options) {
        if (!zcaCli || !option.openzcaOnly) {
            options.append(Row(option.flags, option.description));
        }
    }
    options.append(Row("-h, --help", "display help for command"));
    QList<Row> commands;
    if (spec.isGroup) {
        for (const CommandSpec& other : commandSpecs()) {
            if (isChild(other, path) && !(zcaCli && other.openzcaOnly)) {
                commands.append(Row(childTerm(other), other.description));
            }
        }
        commands.append(Row("help [command]", "display help for command"));
    }
    qsizetype termWidth = 0;
    for (const Row& row : options + commands) {
        termWidth = qMax(termWidth, row.first.size());
    }

    QByteArray usage = QByteArray("Usage: ") + (zcaCli ? "zca" : "openzca");
    if (!path.isEmpty()) {
        usage += ' ' + path;
    }
    usage += " [options]";
    if (spec.isGroup) {
        usage += " [command]";
    }
    if (*spec.arguments != '\0') {
        usage += QByteArray(" ") + spec.arguments;
    }
    QByteArray out = usage + "\n\n" + wrapped(spec.description, pageWidth, 0) + '\n'
        + section("Options", options, termWidth);
    if (!commands.isEmpty()) {
        out += section("Commands", commands, termWidth);
    }
    return out;
}

} // namespace zalo::sim
