// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/retentionstore.h"

#include "messagestore/gaptable.h"
#include "messagestore/inboundtable.h"
#include "messagestore/mediastore.h"
#include "messagestore/outboundtable.h"
#include "messagestore/profiletable.h"

#include <QFile>

namespace zalo {
namespace {

constexpr int MaxPruned = 500; // rows of one transaction: other jobs wait meanwhile

} // namespace

RetentionStore::RetentionStore(CommitQueue& queue, Clock clock, QString mediaFolder)
    : m_queue(queue),
      m_clock(std::move(clock)),
      m_mediaFolder(std::move(mediaFolder))
{ }

void RetentionStore::prune(const RetentionPolicy& policy, QObject* context, Callback<int> done)
{
    const qint64 before = m_clock.nowMs() - policy.maxAgeMs;
    m_queue.write<int>(
        {},
        [=](Database& db) -> Result<int> {
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
    if (m_mediaFolder.isEmpty()) {
        return;
    }
    // What it sees is committed, so a file that went cannot come back.
    const qint64 before = m_clock.nowMs() - grace.count();
    m_queue.runBetween([folder = m_mediaFolder, before](Database& db) {
        const QList<mediastore::File> files = mediastore::list(folder);
        for (const mediastore::File& file : files) {
            const auto needs = inboundtable::needsMedia(db, file.profile, file.msgId, before);
            if (needs && !needs->value_or(file.sinceMs > before)) {
                QFile::remove(file.path);
            }
        }
    });
}

void RetentionStore::erase(const QString& profile, QObject* context, Callback<void> done)
{
    m_queue.write<void>(
        profile, [profile](Database& db) { return profiletable::erase(db, profile); }, context,
        std::move(done));
}

} // namespace zalo
