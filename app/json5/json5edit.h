// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QJsonValue>
#include <QStringList>

namespace zalo {

// Small edits of a JSON5 text by people. All bytes outside the edit stay; what is new follows the
// style around it: indentation, line ends, quotes of names, the comma behind the last member.
// ConfigUnparsable; ConfigUnexpected (detail: the path) where something else than an object stands
// on the way, or where the edited text, which is read again, would not say what was meant.

//! The value at `path`, as it was written; Undefined: there is none.
[[nodiscard]] Result<QJsonValue> json5At(const QByteArray& text, const QStringList& path);

//! Puts `value` at `path`: in the place of the value that is there, or as the last member of its
//! object, with the objects that are missing on the way. A text without a value becomes an object.
[[nodiscard]] Result<QByteArray> withJson5(const QByteArray& text, const QStringList& path,
                                           const QJsonValue& value);

//! Appends `item` to the array at `path`, which is there.
[[nodiscard]] Result<QByteArray> withJson5Item(const QByteArray& text, const QStringList& path,
                                               const QString& item);

//! Takes the member at `path` out; a text without it stays as it is.
[[nodiscard]] Result<QByteArray> withoutJson5(const QByteArray& text, const QStringList& path);

} // namespace zalo
