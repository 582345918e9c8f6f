// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/activitystore.h"

#include "messagestore/activitytable.h"

namespace zalo {

ActivityStore::ActivityStore(CommitQueue& queue)
    : m_queue(queue)
{ }

void ActivityStore::page(const ActivityQuery& query, QObject* context, Callback<ActivityList> done)
{
    m_queue.readAside<ActivityList>(
        [query](Database& db) { return activitytable::page(db, query); }, context, std::move(done));
}

void ActivityStore::summary(const SummaryQuery& query, QObject* context,
                            Callback<ActivitySummary> done)
{
    m_queue.readAside<ActivitySummary>(
        [query](Database& db) { return activitysummary::of(db, query); }, context, std::move(done));
}

} // namespace zalo
