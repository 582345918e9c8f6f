// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QJsonValue>
#include <QSet>
#include <QStringList>

#include <vector>

namespace zalo::test {

struct ShapeField;

//! A value as PROTOCOL.md writes it: `{a, b?, c: [{d}], e: "x"|"y"|null, {[profile]: n}}`.
struct Shape
{
    enum class Kind
    {
        Scalar, //!< any word: a text, a number, true or false, or null
        Literal, //!< a text in quotes, true, or null
        Object,
        Array
    };

    Kind kind = Kind::Scalar;
    QJsonValue literal;
    std::vector<ShapeField> fields;
    std::vector<Shape> items; //!< alternatives for each item
};

struct ShapeField
{
    QString name; //!< empty: any name
    bool isOptional = false;
    std::vector<Shape> shapes; //!< alternatives
};

//! What PROTOCOL.md promises of fields, and which of them a test has seen.
class ProtocolDocument
{
public:
    struct Method
    {
        QString name;
        QString roles; //!< letters of G, C and P; of the plugin's methods empty
    };

    ProtocolDocument();

    //! Whether these words stand in it, wherever its lines end.
    [[nodiscard]] bool says(const QString& words) const;
    [[nodiscard]] const QList<Method>& methods() const { return m_methods; }
    //! The kinds of the table of errors, by code.
    [[nodiscard]] const QHash<int, QStringList>& errorKinds() const { return m_errorKinds; }
    //! What `message` (`me.get params`, `me.get result`, `login.changed params`) must have.
    [[nodiscard]] QStringList requiredFields(const QString& message) const;
    //! What it may have besides.
    [[nodiscard]] QStringList optionalFields(const QString& message) const;

    //! Compares a message that was sent; what is missing, and what the document does not name.
    QStringList complaints(const QString& message, const QJsonValue& value);
    //! Fields and alternatives that no message had yet, and what is no notation.
    [[nodiscard]] QStringList unseen() const;

private:
    void readMethods(const QString& text);
    void readErrors(const QString& text);
    void readLogin(const QString& text);
    void add(const QString& message, const QString& shape);
    [[nodiscard]] QStringList fields(const QString& message, bool areOptional) const;
    QStringList compare(const std::vector<Shape>& shapes, const QJsonValue& value,
                        const QString& path);
    QStringList compareObject(const Shape& shape, const QJsonObject& object, const QString& path);

    QString m_words;
    QList<Method> m_methods;
    QHash<int, QStringList> m_errorKinds;
    QHash<QString, std::vector<Shape>> m_messages;
    QStringList m_unreadable;
    QSet<QString> m_seen;
};

} // namespace zalo::test
