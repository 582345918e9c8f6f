// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

namespace zalo {

struct Json5Value;

//! How a new member of an object is written, so that it looks like those around it.
class Json5Style
{
public:
    //! `object` is a value of `root`, which was read from `text`; `around` the object that it is a
    //! member of, or null.
    Json5Style(const QByteArray& text, const Json5Value& root, const Json5Value& object,
               const Json5Value* around);

    //! `name: value`; objects in it go over several lines where those around do.
    [[nodiscard]] QByteArray member(const QString& name, const QJsonValue& content) const;

    //! A value that is no object, as JSON writes it.
    [[nodiscard]] static QByteArray scalar(const QJsonValue& value);

    QByteArray gap; //!< in front of the new member: a line end and its indentation, or a space
    QByteArray closingGap; //!< in front of a closing brace behind it

private:
    [[nodiscard]] QByteArray value(const QJsonValue& content, const QByteArray& indent) const;
    [[nodiscard]] QByteArray quoted(const QString& name) const;

    QByteArray m_eol;
    QByteArray m_unit; //!< one step of indentation
    QByteArray m_indent; //!< of the new member
    char m_quote = '"'; //!< of names; 0: none
    bool m_isOneLine = false;
};

} // namespace zalo
