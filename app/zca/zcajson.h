// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <initializer_list>

namespace zalo {

//! The bytes without ANSI escape sequences.
[[nodiscard]] QByteArray withoutAnsi(const QByteArray& bytes);

//! The JSON in a command's stdout: without ANSI, from the first line that starts with `{` or `[`
//! and begins valid JSON; log lines before and after are dropped (ZCA.md 9). ZcaBroken: there is
//! none.
[[nodiscard]] Result<QJsonArray> zcaJsonArray(const QByteArray& out);
[[nodiscard]] Result<QJsonObject> zcaJsonObject(const QByteArray& out);

//! An id as text: up to 64 visible signs of ASCII. A number is taken over exactly, never through a
//! double. Empty: no id.
[[nodiscard]] QString zcaId(const QJsonValue& value);

//! The first member of these names that holds an id, a text that is not empty, or a name of which
//! something is to be seen, as foreignName().
[[nodiscard]] QString zcaId(const QJsonObject& object, std::initializer_list<QLatin1String> names);
[[nodiscard]] QString zcaText(const QJsonObject& object,
                              std::initializer_list<QLatin1String> names);
[[nodiscard]] QString zcaName(const QJsonObject& object,
                              std::initializer_list<QLatin1String> names);

} // namespace zalo
