// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts/contactrows.h"
#include "core/error.h"
#include "core/ids.h"
#include "rpc/requestparams.h"

#include <QJsonObject>

namespace zalo {

// Parameters of the bridge's methods, as those of all requests (rpc/requestparams.h).

//! The longest id of Zalo's, in UTF-16 units.
inline constexpr int MaxIdUnits = 30;

//! An id of digits that must be there: it may become an argument of zca.
[[nodiscard]] Result<QString> idParam(const QJsonObject& params, QStringView name);

//! `threadId` (digits) and `isGroup`.
[[nodiscard]] Result<ThreadRef> threadParam(const QJsonObject& params);

//! `query`, `limit` and `cursor` of a list.
[[nodiscard]] Result<ContactQuery> listParams(const QJsonObject& params);

} // namespace zalo
