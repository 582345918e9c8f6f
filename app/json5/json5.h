// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <vector>

namespace zalo {

struct Json5Member;

//! A value of a JSON5 text and where it stands there, so that the text can be edited and everything
//! else in it (comments, order, spaces) stays as somebody wrote it.
struct Json5Value
{
    enum class Kind
    {
        Object,
        Array,
        Scalar
    };

    Kind kind = Kind::Scalar;
    qsizetype begin = 0; //!< first byte
    qsizetype end = 0; //!< behind the last one
    QJsonValue scalar; //!< a number that JSON does not have (NaN) is kept as its text
    std::vector<Json5Member> members; //!< of an object, in order, repeated names too
    std::vector<Json5Value> items; //!< of an array
    qsizetype lastComma = -1; //!< the one behind the last item of an array; -1: none

    //! The member of that name, the last where a name is repeated; nullptr: none.
    [[nodiscard]] const Json5Member* find(QStringView name) const;
    //! Without positions, for comparisons.
    [[nodiscard]] QJsonValue toJson() const;
};

struct Json5Member
{
    QString name;
    qsizetype nameBegin = 0;
    Json5Value value;
    qsizetype comma = -1; //!< the one behind it; -1: none
};

//! Reads a whole JSON5 text (https://spec.json5.org) in UTF-8. ConfigUnparsable, its detail the
//! number of the line.
[[nodiscard]] Result<Json5Value> parseJson5(const QByteArray& text);

//! Whether there is nothing in the text but spaces and comments.
[[nodiscard]] bool isEmptyJson5(const QByteArray& text);

} // namespace zalo
