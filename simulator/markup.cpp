// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "markup.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

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

} // namespace zalo::sim
