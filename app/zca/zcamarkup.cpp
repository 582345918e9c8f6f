// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcamarkup.h"

#include <algorithm>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

// A zero-width space. No letter, and to openzca no white space: an @ behind it begins no mention.
constexpr QChar invisible { u'\u200b' };

//! Whether openzca takes the @ at this place for the beginning of a mention.
bool beginsMention(const QString& text, qsizetype at)
{
    static const QString openers = u"([{<\",;:\ufeff"_s;
    const bool isFree = at == 0 || text.at(at - 1).isSpace() || openers.contains(text.at(at - 1));
    return isFree && at + 1 < text.size() && !text.at(at + 1).isSpace();
}

// Of each place openzca reads one tag only; this one changes nothing, and keeps the marks around
// it apart, and what begins a line from being read as the sign of a list, of code or an indent.
constexpr QLatin1String plainTag = "small"_L1;

//! What one piece of a line looks like.
class Look
{
public:
    void add(TextStyle style)
    {
        switch (style) {
        case TextStyle::Bold:
            m_isBold = true;
            break;
        case TextStyle::Italic:
            m_isItalic = true;
            break;
        case TextStyle::Strike:
            m_isStruck = true;
            break;
        case TextStyle::Big:
            setTag("big"_L1, Weight::Size);
            break;
        case TextStyle::Underline:
            setTag("underline"_L1, Weight::Line);
            break;
        case TextStyle::Red:
            setTag("red"_L1, Weight::Colour);
            break;
        case TextStyle::Orange:
            setTag("orange"_L1, Weight::Colour);
            break;
        case TextStyle::Yellow:
            setTag("yellow"_L1, Weight::Colour);
            break;
        case TextStyle::Green:
            setTag("green"_L1, Weight::Colour);
            break;
        case TextStyle::Bullet:
        case TextStyle::Mention:
            break;
        }
    }

    [[nodiscard]] bool isPlain() const
    {
        return m_weight == Weight::None && !m_isBold && !m_isItalic && !m_isStruck;
    }

    //! openzca reads tags first, then stars from the longest on, then waves: so they are nested.
    [[nodiscard]] QString around(const QString& escaped) const
    {
        const QString stars = QString((m_isBold ? 2 : 0) + (m_isItalic ? 1 : 0), u'*');
        const QString waves = m_isStruck ? u"~~"_s : QString();
        return u"{%1}%2%3%4%3%2{/%1}"_s.arg(m_tag, stars, waves, escaped);
    }

private:
    enum class Weight
    {
        None,
        Size,
        Line,
        Colour
    };

    void setTag(QLatin1String tag, Weight weight)
    {
        if (weight > m_weight) {
            m_tag = tag;
            m_weight = weight;
        }
    }

    QString m_tag = plainTag;
    Weight m_weight = Weight::None;
    bool m_isBold = false;
    bool m_isItalic = false;
    bool m_isStruck = false;
};

QString escaped(QStringView text)
{
    static const QString marks = u"*_~#\\{}>+-"_s;
    QString out;
    for (const QChar unit : text) {
        if (marks.contains(unit)) {
            out += u'\\';
        }
        // openzca keeps places of its own between these two; and U+0000 is no argument.
        if (unit.unicode() > 2) {
            out += unit;
        }
    }
    return out;
}

//! Ends a line for JavaScript's `.`, but not for openzca: no tag may go over it.
bool endsTag(QChar unit)
{
    return unit == u'\r' || unit == u'\u2028' || unit == u'\u2029';
}

//! A line, from `start` to before `end`.
class Line
{
public:
    Line(const StyledText& text, qsizetype start, qsizetype end)
        : m_text(text),
          m_start(start),
          m_end(end)
    { }

    [[nodiscard]] QString markup() const
    {
        const qsizetype marker = bulletEnd();
        const bool isItem = marker > m_start;
        // A blank two for each level, which openzca counts as it is, and the sign of an item.
        QString out = isItem ? QString(marker - m_start - 2, u' ') + u"- "_s : QString();
        bool isFirst = true;
        for (const auto& [from, to] : pieces(marker)) {
            const QString text = escaped(QStringView(m_text.text).mid(from, to - from));
            if (text.isEmpty()) {
                continue; // tags around nothing are none
            }
            const Look look = lookAt(from);
            const bool isTagEnd = endsTag(m_text.text.at(from));
            const bool isMisread = isFirst && (isItem ? isTask(from) : isSign(from));
            out += !isTagEnd && (isMisread || !look.isPlain()) ? look.around(text) : text;
            isFirst = false;
        }
        return out;
    }

private:
    //! Behind the marker of an item; the line's start where it is none.
    [[nodiscard]] qsizetype bulletEnd() const
    {
        const bool isItem =
            std::any_of(m_text.styles.begin(), m_text.styles.end(), [this](const StyleSpan& span) {
                return span.style == TextStyle::Bullet && span.start == m_start;
            });
        qsizetype at = m_start;
        while (isItem && at < m_end && m_text.text.at(at) == u' ') {
            ++at;
        }
        const bool isMarked = isItem && QStringView(m_text.text).mid(at, 2) == u"• ";
        return isMarked && at + 2 <= m_end ? at + 2 : m_start;
    }

    //! The ranges from `from` on in which nothing changes.
    [[nodiscard]] QList<std::pair<qsizetype, qsizetype>> pieces(qsizetype from) const
    {
        std::set<qsizetype> cuts { from, m_end };
        for (const StyleSpan& span : m_text.styles) {
            cuts.insert({ span.start, span.end() });
        }
        for (qsizetype at = from; at < m_end; ++at) {
            if (endsTag(m_text.text.at(at))) {
                cuts.insert({ at, at + 1 });
            }
        }
        erase_if(cuts, [this](qsizetype at) { return isInsidePair(at); });
        QList<std::pair<qsizetype, qsizetype>> out;
        for (auto cut = cuts.lower_bound(from); cut != cuts.end() && *cut < m_end; ++cut) {
            out.append({ *cut, *std::next(cut) });
        }
        return out;
    }

    //! A letter of two units looks like its first one.
    [[nodiscard]] bool isInsidePair(qsizetype at) const
    {
        return at > m_start && at < m_end && m_text.text.at(at).isLowSurrogate()
            && m_text.text.at(at - 1).isHighSurrogate();
    }

    [[nodiscard]] Look lookAt(qsizetype at) const
    {
        Look look;
        for (const StyleSpan& span : m_text.styles) {
            if (span.start <= at && at < span.end()) {
                look.add(span.style);
            }
        }
        return look;
    }

    //! What cannot be escaped: blanks, numbers of a list, the fence of code.
    [[nodiscard]] bool isSign(qsizetype at) const
    {
        const QChar unit = m_text.text.at(at);
        return unit.isSpace() || unit == u'\ufeff' || unit == u'`' || unit.isDigit();
    }

    [[nodiscard]] bool isTask(qsizetype at) const { return m_text.text.at(at) == u'['; }

    const StyledText& m_text;
    qsizetype m_start;
    qsizetype m_end;
};

} // namespace

StyledText withoutFalseMentions(const StyledText& text)
{
    StyledText out = text;
    for (qsizetype at = text.text.size() - 1; at >= 0; --at) {
        const bool isMeant =
            std::any_of(text.styles.begin(), text.styles.end(), [at](const StyleSpan& span) {
                return span.style == TextStyle::Mention && span.start == at;
            });
        if (text.text.at(at) != u'@' || isMeant || !beginsMention(text.text, at)) {
            continue;
        }
        out.text.insert(at, invisible);
        for (StyleSpan& span : out.styles) {
            span.start += span.start >= at ? 1 : 0;
            span.length += span.start < at && span.end() > at ? 1 : 0;
        }
    }
    return out;
}

QString zcaMarkup(const StyledText& text)
{
    QStringList lines;
    for (qsizetype start = 0; start <= text.text.size();) {
        qsizetype end = text.text.indexOf(u'\n', start);
        end = end < 0 ? text.text.size() : end;
        lines.append(Line(text, start, end).markup());
        start = end + 1;
    }
    return lines.join(u'\n');
}

} // namespace zalo
