// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QJsonObject>

namespace zalo {

// Parameters of requests, read strictly: what is there must have the right type and range, else
// BadRequest names the parameter. Null is the same as missing.

//! The refusal of a parameter: `what` ends the sentence that its name begins.
[[nodiscard]] tl::unexpected<Error> badParam(QStringView name, const QString& what);

//! `profile`, or the default one.
[[nodiscard]] Result<QString> profileParam(const QJsonObject& params);

//! `profile`, which must be there.
[[nodiscard]] Result<QString> namedProfileParam(const QJsonObject& params);

//! A text that must be there and not be empty, at most `maxUnits` UTF-16 units.
[[nodiscard]] Result<QString> textParam(const QJsonObject& params, QStringView name, int maxUnits);

//! A text that may be missing; empty then.
[[nodiscard]] Result<QString> optionalTextParam(const QJsonObject& params, QStringView name,
                                                int maxUnits);

//! A whole number within bounds; `fallback` where it is missing.
[[nodiscard]] Result<qint64> numberParam(const QJsonObject& params, QStringView name,
                                         qint64 fallback, qint64 least, qint64 most);

//! True or false; `fallback` where it is missing.
[[nodiscard]] Result<bool> boolParam(const QJsonObject& params, QStringView name, bool fallback);

} // namespace zalo
