// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/activitysummary.h"
#include "messagestore/relayrows.h"
#include "storage/commitqueue.h"

namespace zalo {

//! Everything that happened, as one list.
class ActivityStore
{
public:
    //! `queue` outlives the store.
    explicit ActivityStore(CommitQueue& queue);

    //! A page, newest first. BadRequest for a cursor that is none of ours.
    void page(const ActivityQuery& query, QObject* context, Callback<ActivityList> done);
    //! As activitysummary::of().
    void summary(const SummaryQuery& query, QObject* context, Callback<ActivitySummary> done);

private:
    CommitQueue& m_queue;
};

} // namespace zalo
