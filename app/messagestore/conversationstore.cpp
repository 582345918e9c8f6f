// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/conversationstore.h"

#include "messagestore/conversationtable.h"

namespace zalo {

ConversationStore::ConversationStore(CommitQueue& queue)
    : m_queue(queue)
{ }

void ConversationStore::page(const ConversationQuery& query, QObject* context,
                             Callback<ConversationList> done)
{
    m_queue.readAside<ConversationList>(
        [query](Database& db) { return conversationtable::page(db, query); }, context,
        std::move(done));
}

} // namespace zalo
