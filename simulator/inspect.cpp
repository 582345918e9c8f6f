// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "inspect.h"

#include <QList>

#include <cmath>

namespace zalo::sim {

namespace {

constexpr int lineLength = 80;
constexpr int innerLevelsOnOneLine = 3;
constexpr size_t MaxItems = 100;

qsizetype width(const QByteArray& text)
{
    return QString::fromUtf8(text).size();
}

QByteArray quoted(const QByteArray& text)
{
    char mark = '\'';
    if (text.contains('\'')) {
        mark = !text.contains('"') ? '"' : !text.contains('`') && !text.contains("${") ? '`' : '\'';
    }
    QByteArray out(1, mark);
    for (const char byte : text) {
        switch (byte) {
        case '\n':
            out += "\\n";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\\':
            out += "\\\\";
            break;
        default:
            if (byte == mark) {
                out += '\\';
            }
            out += byte;
        }
    }
    return out + mark;
}

// Node's own rules: the three innermost levels share a line when it stays short, and long arrays
// of short items are set in columns.
class Inspector
{
public:
    QByteArray format(const Value& value, int level)
    {
        if (const auto* array = std::get_if<Value::Array>(&value.data)) {
            return formatArray(*array, level);
        }
        if (const auto* object = std::get_if<Value::Object>(&value.data)) {
            return formatObject(*object, level);
        }
        if (const auto* text = std::get_if<QByteArray>(&value.data)) {
            return quoted(*text);
        }
        return toJson(value);
    }

private:
    QByteArray formatArray(const Value::Array& array, int level)
    {
        if (array.empty()) {
            return "[]";
        }
        m_deepest = level;
        QList<QByteArray> items;
        m_indentation += 2;
        for (size_t i = 0; i < qMin(array.size(), MaxItems); ++i) {
            items.append(format(array[i], level + 1));
        }
        m_indentation -= 2;
        const auto rest = qsizetype(array.size()) - items.size();
        if (rest > 0) {
            items.append("... " + QByteArray::number(rest)
                         + (rest > 1 ? " more items" : " more item"));
        }
        const qsizetype before = items.size();
        if (before > 6) {
            items = columns(items, rest > 0, std::holds_alternative<qint64>(array[0].data));
        }
        return join(items, '[', ']', level, items.size() == before);
    }

    QByteArray formatObject(const Value::Object& object, int level)
    {
        if (object.empty()) {
            return "{}";
        }
        m_deepest = level;
        QList<QByteArray> items;
        for (const auto& [key, value] : object) {
            m_indentation += 2;
            items.append(key + ": " + format(value, level + 1));
            m_indentation -= 2;
        }
        return join(items, '{', '}', level, true);
    }

    QByteArray join(const QList<QByteArray>& items, char open, char close, int level,
                    bool mayBeShort)
    {
        if (mayBeShort && m_deepest - level < innerLevelsOnOneLine) {
            qsizetype length = items.size() + m_indentation + 1 + 10 + items.size();
            bool oneLine = true;
            for (const QByteArray& item : items) {
                length += width(item);
                oneLine = oneLine && !item.contains('\n');
            }
            if (oneLine && length <= lineLength) {
                return open + (' ' + items.join(", ")) + ' ' + close;
            }
        }
        const QByteArray newLine = '\n' + QByteArray(m_indentation, ' ');
        return open + (newLine + "  ") + items.join(',' + newLine + "  ") + newLine + close;
    }

    QList<QByteArray> columns(const QList<QByteArray>& items, bool hasRest, bool numbers) const
    {
        const qsizetype count = items.size() - (hasRest ? 1 : 0);
        qsizetype total = 0;
        qsizetype maxWidth = 0;
        for (qsizetype i = 0; i < count; ++i) {
            total += width(items[i]) + 2;
            maxWidth = qMax(maxWidth, width(items[i]));
        }
        const qsizetype cell = maxWidth + 2;
        if (cell * 3 + m_indentation >= lineLength
            || (double(total) / double(cell) <= 5 && maxWidth > 6)) {
            return items;
        }
        const double bias = std::sqrt(double(cell) - double(total) / double(items.size()));
        const double biased = qMax(double(cell) - bias, 1.0);
        const auto perLine =
            qMin(qMin<qsizetype>(std::lround(std::sqrt(2.5 * biased * double(count)) / biased),
                                 (lineLength - m_indentation) / cell),
                 qsizetype(qMin(innerLevelsOnOneLine * 4, 15)));
        if (perLine <= 1) {
            return items;
        }
        QList<qsizetype> widths;
        for (qsizetype column = 0; column < perLine; ++column) {
            qsizetype widest = 0;
            for (qsizetype i = column; i < count; i += perLine) {
                widest = qMax(widest, width(items[i]));
            }
            widths.append(widest + 2);
        }
        QList<QByteArray> lines;
        for (qsizetype i = 0; i < count; i += perLine) {
            QByteArray line;
            const qsizetype end = qMin(i + perLine, count);
            for (qsizetype j = i; j < end; ++j) {
                const bool last = j + 1 == end;
                const QByteArray item = last ? items[j] : items[j] + ", ";
                const qsizetype padding = widths[j - i] - (last ? 2 : 0) - width(item);
                const QByteArray space(qMax<qsizetype>(0, padding), ' ');
                line += numbers ? space + item : last ? item : item + space;
            }
            lines.append(line);
        }
        if (hasRest) {
            lines.append(items.last());
        }
        return lines;
    }

    int m_indentation = 0;
    int m_deepest = 0;
};

} // namespace

QByteArray inspect(const Value& value)
{
    return Inspector().format(value, 0);
}

QByteArray table(const Value::Array& rows)
{
    QList<QByteArrayList> cells { { "(index)" } };
    for (const auto& [key, value] : std::get<Value::Object>(rows.front().data)) {
        cells.first().append(key);
    }
    for (size_t i = 0; i < rows.size(); ++i) {
        QByteArrayList line { QByteArray::number(qsizetype(i)) };
        for (const auto& [key, value] : std::get<Value::Object>(rows[i].data)) {
            line.append(inspect(value));
        }
        cells.append(line);
    }
    QList<qsizetype> widths(cells.first().size(), 0);
    for (const QByteArrayList& line : std::as_const(cells)) {
        for (qsizetype column = 0; column < line.size(); ++column) {
            widths[column] = qMax(widths[column], width(line[column]) + 2);
        }
    }
    const auto rule = [&widths](const char* left, const char* middle,
                                const char* right) -> QByteArray {
        QByteArrayList parts;
        for (const qsizetype length : widths) {
            parts.append(QByteArray("─").repeated(length));
        }
        return left + parts.join(middle) + right + '\n';
    };
    QByteArray out = rule("┌", "┬", "┐");
    for (qsizetype i = 0; i < cells.size(); ++i) {
        out += "│";
        for (qsizetype column = 0; column < widths.size(); ++column) {
            const QByteArray& cell = cells[i][column];
            out += ' ' + cell + QByteArray(widths[column] - width(cell) - 1, ' ') + "│";
        }
        out += '\n';
        if (i == 0) {
            out += rule("├", "┼", "┤");
        }
    }
    return out + rule("└", "┴", "┘");
}

} // namespace zalo::sim
