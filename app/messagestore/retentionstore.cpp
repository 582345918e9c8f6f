// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/retentionstore.h"

#include "messagestore/gaptable.h"
#include "messagestore/inboundtable.h"
#include "messagestore/outboundtable.h"
#include "messagestore/profiletable.h"

namespace zalo {
namespace {

constexpr int MaxPruned = 500; // rows of one transaction: other jobs wait meanwhile

} // namespace

RetentionStore::RetentionStore(CommitQueue& queue, MediaStage& media, Clock clock)
    : m_queue(queue),
      m_media(media),
      m_clock(std::move(clock))
{ }

void RetentionStore::prune(const RetentionPolicy& policy, QObject* context, Callback<int> done)
{
    m_queue.write<int>(
        {},
        [=, now = m_clock.nowMs(), isSynced = m_clock.isSynced()](Database& db) -> Result<int> {
            const auto newest = inboundtable::newestMs(db);
            if (!newest) {
                return tl::unexpected(newest.error());
            }
            // A clock that nobody keeps right may be years ahead: what Zalo says is not.
            const bool isDoubtful = !isSynced && *newest > 0;
            const qint64 before = (isDoubtful ? std::min(now, *newest) : now) - policy.maxAgeMs;
            const auto in = inboundtable::prune(db, before, policy.maxRows, MaxPruned);
            if (!in) {
                return in;
            }
            const auto out = outboundtable::prune(db, before, policy.maxRows, MaxPruned);
            const auto gaps = gaptable::prune(db, before, MaxPruned);
            if (!out || !gaps) {
                return out ? gaps : out;
            }
            return *in + *out + *gaps;
        },
        context, std::move(done));
}

void RetentionStore::purgeMedia(std::chrono::milliseconds grace)
{
    m_media.purge(m_queue, m_clock.nowMs() - grace.count());
}

void RetentionStore::erase(const QString& profile, QObject* context, Callback<void> done)
{
    m_queue.write<void>(
        profile, [profile](Database& db) { return profiletable::erase(db, profile); }, context,
        std::move(done));
}

} // namespace zalo
