// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <functional>

namespace zalo {

//! A name for a profile (isProfileName()) that says what a person calls its account: “Shop Hà Nội”
//! gives `shop-ha-noi`, and what has no Latin letter or digit `account`. A number follows where
//! `isTaken` says so of the name without it.
[[nodiscard]] QString freeProfileName(const QString& label,
                                      const std::function<bool(const QString&)>& isTaken);

} // namespace zalo
