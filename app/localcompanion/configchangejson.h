// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/cureservice.h"

#include <QJsonArray>

namespace zalo {

// Changes of the Gateway's configuration as the bridge and the journal of cures have them: values
// are JSON texts, null where there is none (PROTOCOL.md, `policy.plan`).

[[nodiscard]] QJsonArray toJson(const QList<ConfigChange>& changes);
[[nodiscard]] QList<ConfigChange> configChangesIn(const QJsonArray& json);

} // namespace zalo
