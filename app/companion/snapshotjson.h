// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"

#include <QJsonObject>

namespace zalo {

//! The snapshot as PROTOCOL.md describes it. With `profile` only that one is in it. Texts are
//! English on the bridge and in `--json`, in people's language for the terminal.
[[nodiscard]] QJsonObject toJson(const Snapshot& snapshot, const QString& profile = {},
                                 TextLanguage language = TextLanguage::English);

} // namespace zalo
