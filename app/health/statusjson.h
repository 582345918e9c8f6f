// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"

#include <QJsonObject>

namespace zalo {

//! The snapshot with what keeps somebody from an answer (PROTOCOL.md, "The snapshot"). With
//! `profile` only what concerns that one is in it. Texts are English on the bridge and in `--json`,
//! in people's language for the terminal.
[[nodiscard]] QJsonObject statusJson(const Snapshot& snapshot, const QString& profile = {},
                                     TextLanguage language = TextLanguage::English);

} // namespace zalo
