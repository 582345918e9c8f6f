// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/singleline.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace zalo {
namespace {

constexpr char32_t NonJoiner = 0x200c;
constexpr char32_t Joiner = 0x200d;
constexpr int MaxMarks = 4; // on one letter, with joiners; Vietnamese and emoji need two
constexpr qsizetype MaxRawName = 4'096; // looked at for a name

//! Unicode calls them letters or symbols, and every font draws nothing: the fillers of Hangul, and
//! the Braille cell without dots.
bool isBlankSign(char32_t c)
{
    return c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0 || c == 0x2800;
}

bool isJoiner(char32_t c)
{
    return c == NonJoiner || c == Joiner;
}

bool isMark(QChar::Category category)
{
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

//! Leaves out what shows nothing, or shows it elsewhere than where it stands.
class ShownSigns
{
public:
    //! Whether the next one of the text is shown.
    bool takes(char32_t c)
    {
        const QChar::Category category = QChar::category(c);
        if (category == QChar::Other_Control || (category == QChar::Other_Format && !isJoiner(c))) {
            return false;
        }
        m_marks = isMark(category) || isJoiner(c) ? m_marks + 1 : 0;
        return m_marks <= MaxMarks;
    }

private:
    int m_marks = 0;
};

//! An accent or a variation selector needs something that bears it.
bool isSeen(QChar::Category category, char32_t c)
{
    return category != QChar::Other_Format && category != QChar::Mark_NonSpacing && !isBlankSign(c);
}

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
}

//! Most names: nothing to look up.
bool isPlain(QStringView text)
{
    bool afterSpace = true;
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (unit < ' ' || unit > '~' || (unit == ' ' && afterSpace)) {
            return false;
        }
        afterSpace = unit == ' ';
    }
    return !afterSpace || text.isEmpty();
}

} // namespace

QString singleLine(const QString& text)
{
    if (isPlain(text)) {
        return text;
    }
    QString line;
    line.reserve(text.size());
    ShownSigns signs;
    bool isSomethingSeen = false;
    bool afterSpace = false;
    for (const char32_t c : text.toUcs4()) {
        if (QChar::isSpace(c)) {
            afterSpace = !line.isEmpty();
            continue;
        }
        if (!signs.takes(c)) {
            continue;
        }
        if (std::exchange(afterSpace, false)) {
            line += u' ';
        }
        line += QStringView(QChar::fromUcs4(c));
        isSomethingSeen = isSomethingSeen || isSeen(QChar::category(c), c);
    }
    return isSomethingSeen ? line : QString();
}

QString foreignName(const QString& text)
{
    QString name = singleLine(text.left(MaxRawName));
    if (name.size() > MaxNameUnits) {
        QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, name);
        letters.setPosition(MaxNameUnits - 1);
        const qsizetype end =
            letters.isAtBoundary() ? letters.position() : letters.toPreviousBoundary();
        name.truncate(end);
        name += u'…';
    }
    return name;
}

QString shownLines(const QString& text)
{
    QString shown;
    shown.reserve(text.size());
    ShownSigns signs;
    for (const char32_t c : text.toUcs4()) {
        if (c == u'\n' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator) {
            shown += u'\n';
        } else if (c == u'\t') {
            shown += u' ';
        } else if (signs.takes(c)) {
            shown += QStringView(QChar::fromUcs4(c));
        }
    }
    return shown;
}

QString withoutControls(const QString& text)
{
    QString clean = text;
    if (std::any_of(text.cbegin(), text.cend(), isControl)) {
        std::replace_if(clean.begin(), clean.end(), isControl, u' ');
    }
    return clean;
}

} // namespace zalo
