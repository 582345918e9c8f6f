// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace zalo::sim {

//! A Vietnamese name out of a number. Some bear emoji, markup characters or quotes; some repeat the
//! name before them (`previous`); every 40th is a Nguyễn Đức.
[[nodiscard]] QByteArray personName(quint64 hash, quint64 previous, int index);

//! What the account calls somebody: mostly the name itself.
[[nodiscard]] QByteArray aliasOf(const QByteArray& name, int index);

//! The name of a group out of a number.
[[nodiscard]] QByteArray groupName(quint64 hash, int index);

} // namespace zalo::sim
