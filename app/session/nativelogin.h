// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>

namespace zalo {

//! The file in `folder` in which OpenClaw's own Zalo channel keeps the login of `profile`, or else
//! the login of another one; nothing where it keeps none. Whose account it is cannot be seen, so
//! the same name is the best guess. Nothing is read from it.
[[nodiscard]] std::optional<QString> findNativeLogin(const QString& folder, const QString& profile);

} // namespace zalo
