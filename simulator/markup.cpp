// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "markup.h"

#include <QRegularExpression>

namespace zalo::sim {

namespace {

constexpr qsizetype longestMessage = 2000;

QString replaced(QString text, const QString& pattern, const QString& with)
{
    const QRegularExpression expression(pattern, QRegularExpression::UseUnicodePropertiesOption);
    return text.replace(expression, with);
}

QString stripLine(QString line)
{
    const QString heading =
        replaced(line, QStringLiteral("^#{1,4}\\s(.*)$"), QStringLiteral("\\1"));
    if (heading != line) {
        return heading;
    }
    line = replaced(line, QStringLiteral("^>+\\s?"), {});
    line = replaced(line, QStringLiteral("^\\s+"), {});
    // A task keeps its box.
    if (line.contains(QRegularExpression(QStringLiteral("^[-*+]\\s\\[[ xX]\\]\\s")))) {
        return line;
    }
    return replaced(line, QStringLiteral("^([-*+]|\\d+\\.)\\s"), {});
}

qsizetype cutAfter(const QString& text, qsizetype start, bool (*good)(QChar))
{
    for (qsizetype end = start + longestMessage; end > start; --end) {
        if (good(text.at(end - 1))) {
            return end;
        }
    }
    return start;
}

} // namespace

QString stripMarkup(const QString& text)
{
    QStringList lines;
    for (const QString& line : text.split(u'\n')) {
        lines.append(stripLine(line));
    }
    QString out = lines.join(u'\n');
    out = replaced(
        out, QStringLiteral("\\{(red|orange|yellow|green|small|big|underline)\\}(.+?)\\{/\\1\\}"),
        QStringLiteral("\\2"));
    for (const char* mark : { "\\*\\*\\*", "\\*\\*", "\\*", "~~" }) {
        const QString sign = QString::fromLatin1(mark);
        out = replaced(out, sign + QStringLiteral("(.+?)") + sign, QStringLiteral("\\1"));
    }
    for (const char* mark : { "__", "_" }) {
        const QString sign = QString::fromLatin1(mark);
        out = replaced(out,
                       QStringLiteral("(?<!\\w)") + sign + QStringLiteral("(.+?)") + sign
                           + QStringLiteral("(?!\\w)"),
                       QStringLiteral("\\1"));
    }
    return out;
}

QStringList textChunks(const QString& text)
{
    QStringList out;
    qsizetype start = 0;
    while (text.size() - start > longestMessage) {
        qsizetype end = cutAfter(text, start, [](QChar c) { return c == u'\n'; });
        if (end == start) {
            end = cutAfter(text, start, [](QChar c) { return c.isSpace(); });
        }
        if (end == start) {
            end = start + longestMessage;
            if (text.at(end - 1).isHighSurrogate()) {
                --end;
            }
        }
        out.append(text.mid(start, end - start));
        start = end;
    }
    out.append(text.mid(start));
    return out;
}

} // namespace zalo::sim
