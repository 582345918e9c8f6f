// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts/contactrows.h"
#include "core/error.h"
#include "core/ids.h"

#include <QJsonObject>

namespace zalo {

// Parameters of the bridge's methods, read strictly: what is there must have the right type and
// range, else BadRequest names the parameter.

//! The longest id of Zalo's, in UTF-16 units.
inline constexpr int MaxIdUnits = 30;

//! `profile`, or the default one.
[[nodiscard]] Result<QString> profileParam(const QJsonObject& params);

//! A text that must be there and not be empty, at most `maxUnits` UTF-16 units.
[[nodiscard]] Result<QString> textParam(const QJsonObject& params, QStringView name, int maxUnits);

//! A text that may be missing; empty then.
[[nodiscard]] Result<QString> optionalTextParam(const QJsonObject& params, QStringView name,
                                                int maxUnits);

//! A whole number within bounds; `fallback` where it is missing.
[[nodiscard]] Result<qint64> numberParam(const QJsonObject& params, QStringView name,
                                         qint64 fallback, qint64 least, qint64 most);

//! An id of digits that must be there: it may become an argument of zca.
[[nodiscard]] Result<QString> idParam(const QJsonObject& params, QStringView name);

//! `threadId` (digits) and `isGroup`.
[[nodiscard]] Result<ThreadRef> threadParam(const QJsonObject& params);

//! `query`, `limit` and `cursor` of a list.
[[nodiscard]] Result<ContactQuery> listParams(const QJsonObject& params);

} // namespace zalo
