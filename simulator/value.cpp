// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "value.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <cmath>

namespace zalo::sim {

namespace {

template <typename... F> struct Overloaded : F...
{
    using F::operator()...;
};
template <typename... F> Overloaded(F...) -> Overloaded<F...>;

void appendString(QByteArray& out, const QByteArray& text)
{
    out += '"';
    for (const char byte : text) {
        switch (byte) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (uchar(byte) < 0x20) {
                out += "\\u00" + QByteArray::number(uchar(byte), 16).rightJustified(2, '0');
            } else {
                out += byte;
            }
        }
    }
    out += '"';
}

// level < 0: on one line.
void append(QByteArray& out, const Value& value, int level)
{
    const auto newLine = [&out, level](int depth) {
        if (level >= 0) {
            out += '\n';
            out.append(depth * 2, ' ');
        }
    };
    const int inner = level < 0 ? level : level + 1;
    const auto group = [&](char open, char close, const auto& items, const auto& one) {
        out += open;
        bool first = true;
        for (const auto& item : items) {
            if (!first) {
                out += ',';
            }
            first = false;
            newLine(inner);
            one(item);
        }
        if (!first) {
            newLine(level);
        }
        out += close;
    };
    std::visit(Overloaded {
                   [&](std::nullptr_t) { out += "null"; },
                   [&](bool yes) { out += yes ? "true" : "false"; },
                   [&](qint64 number) { out += QByteArray::number(number); },
                   [&](double number) { out += QByteArray::number(number, 'g', 17); },
                   [&](const QByteArray& text) { appendString(out, text); },
                   [&](const Value::Array& array) {
                       group('[', ']', array, [&](const Value& item) { append(out, item, inner); });
                   },
                   [&](const Value::Object& object) {
                       group('{', '}', object, [&](const auto& member) {
                           appendString(out, member.first);
                           out += level < 0 ? ":" : ": ";
                           append(out, member.second, inner);
                       });
                   },
               },
               value.data);
}

} // namespace

Value::Value(const QJsonValue& json)
{
    if (json.isBool()) {
        data = json.toBool();
    } else if (json.isDouble()) {
        const double number = json.toDouble();
        if (std::floor(number) == number) {
            data = json.toInteger();
        } else {
            data = number;
        }
    } else if (json.isString()) {
        data = json.toString().toUtf8();
    } else if (json.isArray()) {
        Array array;
        for (const QJsonValue& item : json.toArray()) {
            array.emplace_back(item);
        }
        data = std::move(array);
    } else if (json.isObject()) {
        Object object;
        const QJsonObject members = json.toObject();
        for (auto it = members.begin(); it != members.end(); ++it) {
            object.emplace_back(it.key().toUtf8(), Value(it.value()));
        }
        data = std::move(object);
    }
}

QByteArray toJson(const Value& value)
{
    QByteArray out;
    append(out, value, -1);
    return out;
}

QByteArray toPrettyJson(const Value& value, int level)
{
    QByteArray out;
    append(out, value, level);
    return out;
}

} // namespace zalo::sim
