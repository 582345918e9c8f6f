// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo {

//! The two programs that answer to the name zca (ZCA.md 9).
enum class ZcaDialect
{
    OpenZca,
    ZcaCli
};

//! "openzca" or "zca-cli", as PROTOCOL.md writes it.
[[nodiscard]] QString zcaDialectName(ZcaDialect dialect);

} // namespace zalo
