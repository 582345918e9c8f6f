// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/relaystore.h"

#include "messagestore/outboundtable.h"
#include "messagestore/profiletable.h"
#include "messagestore/relayschema.h"

namespace zalo {

RelayStore::RelayStore(Worker* worker, const RelayStoreOptions& options, const Clock& clock)
    : m_queue(worker,
              { options.path, relayMigrations(), true, options.busyTimeout, options.maxPages },
              options.retry),
      m_media(options.mediaFolder, options.mediaGuard),
      m_clock(clock),
      m_inbound(m_queue, m_media, clock),
      m_pendingMedia(m_queue, m_media),
      m_outbound(m_queue, clock),
      m_accounts(m_queue, m_media),
      m_activity(m_queue),
      m_conversations(m_queue),
      m_sessions(m_queue),
      m_profiles(m_queue),
      m_retention(m_queue, m_media, clock)
{
    m_queue.setDigest([](Database& db, const QString& profile) {
        const Result<ProfileTally> tally = profiletable::tally(db, profile);
        return tally ? QVariant::fromValue(*tally) : QVariant();
    });
}

void RelayStore::open(QObject* context, Callback<RelayRecovery> done)
{
    m_queue.open<RelayRecovery>(
        [now = m_clock.nowMs(), isSynced = m_clock.isSynced()](Database& db) {
            // Where the clock is behind, true times would look like that.
            return (isSynced ? profiletable::lower(db, now) : Result<void>()).and_then([&] {
                return outboundtable::recover(db, now);
            });
        },
        context, std::move(done));
}

} // namespace zalo
