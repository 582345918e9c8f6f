// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace zalo::sim {

//! How a range of a text looks; UTF-16 units.
struct Style
{
    qsizetype start = 0;
    qsizetype length = 0;
    QString
        code; //!< Zalo's: b, i, s, u, f_18 (big), c_… (a colour), lst_1, lst_2, ind_10 to ind_50
};

//! A text without its marks.
struct MarkedText
{
    QString text;
    QList<Style> styles;
};

//! What `msg send` without --raw makes of a text (ZCA.md 6).
[[nodiscard]] MarkedText readMarkup(const QString& text);

} // namespace zalo::sim
