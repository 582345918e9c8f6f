// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace zalo {

//! The schema of relay.sqlite, version by version (DatabaseSpec::migrations). A released entry
//! never changes: a change is a further entry, with a stored file of the version before in
//! tests/data/storage.
[[nodiscard]] QList<QStringList> relayMigrations();

} // namespace zalo
