// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace zalo {

//! The statements that add the table `conversation`: one row for each thread of an account of which
//! a message is kept, with what its list shows. Triggers keep it, so no writer can forget it, and a
//! page of the list costs the same however long the history is.
[[nodiscard]] QStringList conversationMigration();

} // namespace zalo
