// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "markup.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

constexpr qsizetype MaxMessageLength = 2000;

QString replaced(QString text, const QString& pattern, const QString& with)
{
    const QRegularExpression expression(pattern, QRegularExpression::UseUnicodePropertiesOption);
    return text.replace(expression, with);
}

QString stripLine(QString line)
{
    const QString heading = replaced(line, u"^#{1,4}\\s(.*)$"_s, u"\\1"_s);
    if (heading != line) {
        return heading;
    }
    line = replaced(line, u"^>+\\s?"_s, {});
    line = replaced(line, u"^\\s+"_s, {});
    // A task keeps its box.
    if (line.contains(QRegularExpression(u"^[-*+]\\s\\[[ xX]\\]\\s"_s))) {
        return line;
    }
    return replaced(line, u"^([-*+]|\\d+\\.)\\s"_s, {});
}

qsizetype cutAfter(const QString& text, qsizetype start, bool (*good)(QChar))
{
    for (qsizetype end = start + MaxMessageLength; end > start; --end) {
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
    out = replaced(out, u"\\{(red|orange|yellow|green|small|big|underline)\\}(.+?)\\{/\\1\\}"_s,
                   u"\\2"_s);
    for (const char* mark : { "\\*\\*\\*", "\\*\\*", "\\*", "~~" }) {
        const QString sign = QString::fromLatin1(mark);
        out = replaced(out, sign + u"(.+?)"_s + sign, u"\\1"_s);
    }
    for (const char* mark : { "__", "_" }) {
        const QString sign = QString::fromLatin1(mark);
        out = replaced(out, u"(?<!\\w)"_s + sign + u"(.+?)"_s + sign + u"(?!\\w)"_s, u"\\1"_s);
    }
    return out;
}

QStringList textChunks(const QString& text)
{
    QStringList out;
    qsizetype start = 0;
    while (text.size() - start > MaxMessageLength) {
        qsizetype end = cutAfter(text, start, [](QChar c) { return c == u'\n'; });
        if (end == start) {
            end = cutAfter(text, start, [](QChar c) { return c.isSpace(); });
        }
        if (end == start) {
            end = start + MaxMessageLength;
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
