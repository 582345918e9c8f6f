// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "markup.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

const QString bold = u"b"_s;
const QString italic = u"i"_s;

//! What a \ stands before is no mark. Until all marks are read, a number stands for it.
class Escapes
{
public:
    QString hidden(const QString& text, const QString& pattern, int captured = 0)
    {
        QString out;
        qsizetype from = 0;
        for (const QRegularExpressionMatch& match : QRegularExpression(pattern).globalMatch(text)) {
            out += text.mid(from, match.capturedStart() - from);
            out += u'\x01' + QString::number(m_marks.size()) + u'\x02';
            m_marks.append(match.captured(captured));
            from = match.capturedEnd();
        }
        return out + text.mid(from);
    }

    //! The text with its marks back, and the styles where they are then.
    MarkedText shown(const MarkedText& hidden) const
    {
        MarkedText out { {}, hidden.styles };
        static const QRegularExpression number(u"\x01(\\d+)\x02"_s);
        qsizetype from = 0;
        for (const QRegularExpressionMatch& match : number.globalMatch(hidden.text)) {
            out.text += hidden.text.mid(from, match.capturedStart() - from)
                + m_marks.value(match.captured(1).toInt());
            from = match.capturedEnd();
            const qsizetype less = match.capturedLength() - 1;
            for (qsizetype i = 0; i < out.styles.size(); ++i) {
                const Style& old = hidden.styles.at(i);
                out.styles[i].start -= match.capturedEnd() <= old.start ? less : 0;
                const bool isInside = match.capturedEnd() > old.start
                    && match.capturedEnd() <= old.start + old.length;
                out.styles[i].length -= isInside ? less : 0;
            }
        }
        out.text += hidden.text.mid(from);
        return out;
    }

private:
    QStringList m_marks;
};

//! A line, the marks at its beginning taken off; `codes` are its own.
struct PlainLine
{
    QString text;
    QStringList codes;
};

PlainLine plainLine(const QString& whole)
{
    static const QRegularExpression heading(u"^(#{1,4})\\s(.*)$"_s);
    static const QRegularExpression quote(u"^(>+)\\s?(.*)$"_s);
    static const QRegularExpression indent(u"^(\\s+)(.*)$"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression task(u"^[-*+]\\s\\[[ xX]\\]\\s"_s);
    static const QRegularExpression numbered(u"^\\d+\\.\\s(.*)$"_s);
    static const QRegularExpression dotted(u"^[-*+]\\s(.*)$"_s);

    if (const auto match = heading.match(whole); match.hasMatch()) {
        PlainLine line { match.captured(2), { bold } };
        if (match.capturedLength(1) == 1) {
            line.codes << u"f_18"_s;
        }
        return line;
    }
    PlainLine line { whole, {} };
    int level = 0;
    if (const auto match = quote.match(line.text); match.hasMatch()) {
        level = int(std::min<qsizetype>(5, match.capturedLength(1)));
        line.text = match.captured(2);
    }
    if (const auto match = indent.match(line.text); match.hasMatch()) {
        level += int(std::clamp<qsizetype>(match.capturedLength(1) / 2, 1, 5));
        line.text = match.captured(2);
    }
    if (level > 0) {
        line.codes << u"ind_"_s + QString::number(std::min(5, level) * 10);
    }
    if (task.match(line.text).hasMatch()) {
        return line;
    }
    if (const auto match = numbered.match(line.text); match.hasMatch()) {
        line.text = match.captured(1);
        line.codes << u"lst_2"_s;
    } else if (const auto match = dotted.match(line.text); match.hasMatch()) {
        line.text = match.captured(1);
        line.codes << u"lst_1"_s;
    }
    return line;
}

//! A piece of the text and what it looks like so far.
struct Segment
{
    QString text;
    QStringList codes;
};

struct Mark
{
    QString pattern; //!< its last group is what it stands around
    QStringList codes; //!< empty: the first group says it
};

QStringList codesOfTag(const QString& tag)
{
    static const QHash<QString, QString> codes {
        { u"red"_s, u"c_db342e"_s },    { u"orange"_s, u"c_f27806"_s },
        { u"yellow"_s, u"c_f7b503"_s }, { u"green"_s, u"c_15a85f"_s },
        { u"big"_s, u"f_18"_s },        { u"underline"_s, u"u"_s }
    };
    const QString code = codes.value(tag);
    return code.isEmpty() ? QStringList() : QStringList(code); // small is not shown
}

//! One kind of mark after the other, each within the pieces that the ones before have left.
QList<Segment> segmentsOf(const QString& text)
{
    static const QList<Mark> marks {
        { u"\\{(red|orange|yellow|green|small|big|underline)\\}(.+?)\\{/\\1\\}"_s, {} },
        { u"\\*\\*\\*(.+?)\\*\\*\\*"_s, { bold, italic } },
        { u"\\*\\*(.+?)\\*\\*"_s, { bold } },
        { u"(?<![A-Za-z0-9_])__(.+?)__(?![A-Za-z0-9_])"_s, { bold } },
        { u"\\*(.+?)\\*"_s, { italic } },
        { u"(?<![A-Za-z0-9_])_(.+?)_(?![A-Za-z0-9_])"_s, { italic } },
        { u"~~(.+?)~~"_s, { u"s"_s } },
    };
    QList<Segment> segments { { text, {} } };
    for (const Mark& mark : marks) {
        QList<Segment> next;
        for (const Segment& segment : std::as_const(segments)) {
            qsizetype from = 0;
            const QRegularExpression expression(mark.pattern);
            for (const auto& match : expression.globalMatch(segment.text)) {
                next.append(
                    { segment.text.mid(from, match.capturedStart() - from), segment.codes });
                next.append(
                    { match.captured(match.lastCapturedIndex()),
                      segment.codes
                          + (mark.codes.isEmpty() ? codesOfTag(match.captured(1)) : mark.codes) });
                from = match.capturedEnd();
            }
            next.append({ segment.text.mid(from), segment.codes });
        }
        segments = next;
    }
    return segments;
}

//! Stars that stand in different pieces still make what is between them italic.
void readStrayStars(MarkedText& marked)
{
    static const QRegularExpression stars(u"\\*([^*\\n]+?)\\*"_s);
    QList<QRegularExpressionMatch> found;
    for (const QRegularExpressionMatch& match : stars.globalMatch(marked.text)) {
        found.prepend(match);
    }
    for (const QRegularExpressionMatch& match : std::as_const(found)) {
        marked.styles.append({ match.capturedStart(1), match.capturedLength(1), italic });
        for (const qsizetype at : { match.capturedEnd() - 1, match.capturedStart() }) {
            marked.text.remove(at, 1);
            for (Style& style : marked.styles) {
                if (style.start > at) {
                    --style.start;
                } else if (style.start + style.length > at) {
                    --style.length;
                }
            }
        }
    }
}

//! Blanks at the beginning of a line of code, which nothing takes for an indent.
QString withFirmBlanks(QString line)
{
    for (qsizetype at = 0; at < line.size() && (line.at(at) == u' ' || line.at(at) == u'\t');) {
        const qsizetype width = line.at(at) == u'\t' ? 4 : 1;
        line.replace(at, 1, QString(width, u'\u00a0'));
        at += width;
    }
    return line;
}

} // namespace

MarkedText readMarkup(const QString& text)
{
    Escapes escapes;
    QStringList lines;
    QList<QStringList> codes;
    bool isCode = false;
    const QString escaped = escapes.hidden(text, u"\\\\([*_~#\\\\{}>+\\-])"_s, 1);
    for (const QString& line : escaped.split(u'\n')) {
        if (line.startsWith(QLatin1String("```"))) {
            isCode = !isCode;
            codes.append(QStringList()); // as the real program: the signs of later lines move down
        } else if (isCode) {
            lines.append(escapes.hidden(withFirmBlanks(line), u"[*_~{}]"_s));
            codes.append(QStringList());
        } else {
            const PlainLine plain = plainLine(line);
            lines.append(plain.text);
            codes.append(plain.codes);
        }
    }
    MarkedText marked;
    for (const Segment& segment : segmentsOf(lines.join(u'\n'))) {
        for (const QString& code : segment.codes) {
            if (!segment.text.isEmpty()) {
                marked.styles.append({ marked.text.size(), segment.text.size(), code });
            }
        }
        marked.text += segment.text;
    }
    readStrayStars(marked);
    marked = escapes.shown(marked);
    qsizetype start = 0;
    const QStringList shown = marked.text.split(u'\n');
    for (qsizetype i = 0; i < shown.size(); ++i) {
        for (const QString& code : codes.value(i)) {
            if (!shown[i].isEmpty()) {
                marked.styles.append({ start, shown[i].size(), code });
            }
        }
        start += shown[i].size() + 1;
    }
    return marked;
}

} // namespace zalo::sim
