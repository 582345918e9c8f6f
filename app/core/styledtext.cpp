// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/styledtext.h"

#include <QJsonObject>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

struct StyleName
{
    TextStyle style {};
    QLatin1String name;
};

constexpr std::array names {
    StyleName { TextStyle::Bold, "bold"_L1 },
    StyleName { TextStyle::Italic, "italic"_L1 },
    StyleName { TextStyle::Strike, "strike"_L1 },
    StyleName { TextStyle::Underline, "underline"_L1 },
    StyleName { TextStyle::Big, "big"_L1 },
    StyleName { TextStyle::Red, "red"_L1 },
    StyleName { TextStyle::Orange, "orange"_L1 },
    StyleName { TextStyle::Yellow, "yellow"_L1 },
    StyleName { TextStyle::Green, "green"_L1 },
    StyleName { TextStyle::Bullet, "bullet"_L1 },
    StyleName { TextStyle::Mention, "mention"_L1 },
};

QString nameOf(TextStyle style)
{
    const auto* row = std::find_if(names.begin(), names.end(),
                                   [style](const StyleName& one) { return one.style == style; });
    return row->name;
}

std::optional<TextStyle> styleOf(const QString& name)
{
    const auto* row = std::find_if(names.begin(), names.end(),
                                   [&name](const StyleName& one) { return one.name == name; });
    return row == names.end() ? std::nullopt : std::optional(row->style);
}

//! Whether what is left of a range still is what the whole was.
bool survives(const StyleSpan& whole, qsizetype from, qsizetype to)
{
    switch (whole.style) {
    case TextStyle::Mention:
        return from == whole.start && to == whole.end();
    case TextStyle::Bullet:
        return from == whole.start;
    default:
        return true;
    }
}

} // namespace

StyledText StyledText::mid(qsizetype start, qsizetype length) const
{
    StyledText part { text.mid(start, length), {} };
    const qsizetype end = start + part.text.size();
    for (const StyleSpan& span : styles) {
        const qsizetype from = std::max(span.start, start);
        const qsizetype to = std::min(span.end(), end);
        if (from < to && survives(span, from, to)) {
            part.styles.append({ from - start, to - from, span.style });
        }
    }
    return part;
}

void StyledText::append(const StyledText& more)
{
    for (StyleSpan span : more.styles) {
        span.start += text.size();
        styles.append(span);
    }
    text += more.text;
}

QJsonArray stylesJson(const StyleSpans& styles)
{
    QJsonArray json;
    for (const StyleSpan& span : styles) {
        json.append(QJsonObject { { u"start"_s, span.start },
                                  { u"length"_s, span.length },
                                  { u"style"_s, nameOf(span.style) } });
    }
    return json;
}

Result<StyleSpans> stylesFromJson(const QJsonArray& json, qsizetype textUnits)
{
    StyleSpans styles;
    for (const auto& value : json) {
        const qint64 start = value[u"start"].toInteger(-1);
        const qint64 length = value[u"length"].toInteger(-1);
        const std::optional<TextStyle> style = styleOf(value[u"style"].toString());
        if (!style || start < 0 || length < 1 || length > textUnits || start > textUnits - length) {
            return failure(ErrorKind::BadRequest, u"“styles” has a range that is none"_s);
        }
        styles.append({ start, length, *style });
    }
    std::stable_sort(styles.begin(), styles.end(),
                     [](const StyleSpan& a, const StyleSpan& b) { return a.start < b.start; });
    return styles;
}

} // namespace zalo
