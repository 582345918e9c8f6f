// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/singleline.h"

#include <algorithm>

namespace zalo {
namespace {

constexpr char32_t NonJoiner = 0x200c;
constexpr char32_t Joiner = 0x200d;

//! Unicode calls them letters or symbols, and every font draws nothing: the fillers of Hangul, and
//! the Braille cell without dots.
bool isBlankSign(char32_t c)
{
    return c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0 || c == 0x2800;
}

bool isOfNoLine(QChar::Category category, char32_t c)
{
    return category == QChar::Other_Control
        || (category == QChar::Other_Format && c != NonJoiner && c != Joiner);
}

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
    bool isSomethingSeen = false;
    bool afterSpace = false;
    for (const char32_t c : text.toUcs4()) {
        const QChar::Category category = QChar::category(c);
        if (QChar::isSpace(c)) {
            afterSpace = !line.isEmpty();
            continue;
        }
        if (isOfNoLine(category, c)) {
            continue;
        }
        if (std::exchange(afterSpace, false)) {
            line += u' ';
        }
        line += QStringView(QChar::fromUcs4(c));
        isSomethingSeen = isSomethingSeen || isSeen(category, c);
    }
    return isSomethingSeen ? line : QString();
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
