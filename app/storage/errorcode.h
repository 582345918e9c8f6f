// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

namespace zalo {

//! The name under which a kind is stored. It outlives the order of the enumeration.
[[nodiscard]] QString storedErrorKind(ErrorKind kind);

//! The kind of a stored name; Internal for one that this version does not know.
[[nodiscard]] ErrorKind errorKindFromStored(const QString& name);

} // namespace zalo
