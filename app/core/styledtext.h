// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QJsonArray>
#include <QList>
#include <QString>

namespace zalo {

//! What a range of a text to Zalo is (PROTOCOL.md, message.send).
enum class TextStyle
{
    Bold,
    Italic,
    Strike,
    Underline,
    Big,
    Red,
    Orange,
    Yellow,
    Green,
    Bullet, //!< a line that begins with two blanks for each level, and with "• "
    Mention //!< the name of a member of the group, with the @ before it
};

//! A range of a text, in UTF-16 units.
struct StyleSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    TextStyle style = TextStyle::Bold;

    [[nodiscard]] qsizetype end() const { return start + length; }

    friend bool operator==(const StyleSpan&, const StyleSpan&) = default;
};

using StyleSpans = QList<StyleSpan>; //!< by their starts

//! A text that says everything by itself, and how it may look besides.
struct StyledText
{
    QString text;
    StyleSpans styles;

    //! A part of it. A mention that is not whole in it, and a bullet without its beginning, are
    //! none.
    [[nodiscard]] StyledText mid(qsizetype start, qsizetype length) const;
    void append(const StyledText& more);
    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }

    friend bool operator==(const StyledText&, const StyledText&) = default;
};

//! `[{start, length, style}]`.
[[nodiscard]] QJsonArray stylesJson(const StyleSpans& styles);

//! The same read strictly: BadRequest for a range that is not within `textUnits`, or an unknown
//! style.
[[nodiscard]] Result<StyleSpans> stylesFromJson(const QJsonArray& json, qsizetype textUnits);

} // namespace zalo
