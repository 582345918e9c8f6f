// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace zalo {

//! The schema of contacts.sqlite, version by version (DatabaseSpec::migrations). A released entry
//! never changes.
[[nodiscard]] QList<QStringList> contactMigrations();

} // namespace zalo
