// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <variant>
#include <vector>

class QJsonValue;

namespace zalo::sim {

//! A JavaScript value that keeps the order of its keys, as the real program's output does
//! (QJsonObject sorts them). Strings are UTF-8.
class Value
{
public:
    using Array = std::vector<Value>;
    using Object = std::vector<std::pair<QByteArray, Value>>;
    using Data = std::variant<std::nullptr_t, bool, qint64, double, QByteArray, Array, Object>;

    Value() = default;
    Value(bool value)
        : data(value)
    { }
    Value(int value)
        : data(qint64(value))
    { }
    Value(qint64 value)
        : data(value)
    { }
    Value(const char* text)
        : data(QByteArray(text))
    { }
    Value(const QByteArray& text)
        : data(text)
    { }
    Value(const QString& text)
        : data(text.toUtf8())
    { }
    Value(Array array)
        : data(std::move(array))
    { }
    Value(Object object)
        : data(std::move(object))
    { }
    //! The same value out of Qt's JSON.
    explicit Value(const QJsonValue& json);

    Data data = nullptr;
};

//! `JSON.stringify(value)`.
[[nodiscard]] QByteArray toJson(const Value& value);

//! `JSON.stringify(value, null, 2)`; `level` is the depth it starts at.
[[nodiscard]] QByteArray toPrettyJson(const Value& value, int level = 0);

} // namespace zalo::sim
