// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/conversationrows.h"
#include "storage/database.h"

// Statements on the list of conversations, which triggers keep (conversationschema.h).
namespace zalo::conversationtable {

//! As ConversationStore::page().
[[nodiscard]] Result<ConversationList> page(Database& db, const ConversationQuery& query);

} // namespace zalo::conversationtable
