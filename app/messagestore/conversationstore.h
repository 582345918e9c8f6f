// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/conversationrows.h"
#include "storage/commitqueue.h"

namespace zalo {

//! The threads of which messages are kept, as one list.
class ConversationStore
{
public:
    //! `queue` outlives the store.
    explicit ConversationStore(CommitQueue& queue);

    //! A page, read beside the commits; of paused ones all. Names are those that the other side
    //! last gave itself. BadRequest for a cursor that is none of ours.
    void page(const ConversationQuery& query, QObject* context, Callback<ConversationList> done);

private:
    CommitQueue& m_queue;
};

} // namespace zalo
