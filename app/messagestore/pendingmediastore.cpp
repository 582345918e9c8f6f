// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/pendingmediastore.h"

#include "messagestore/inboundtable.h"

namespace zalo {

PendingMediaStore::PendingMediaStore(CommitQueue& queue, MediaStage& media)
    : m_queue(queue),
      m_media(media)
{ }

void PendingMediaStore::first(int limit, QObject* context, Callback<QList<InboundRow>> done)
{
    m_queue.read<QList<InboundRow>>(
        [limit](Database& db) { return inboundtable::wantingMedia(db, limit); }, context,
        std::move(done));
}

void PendingMediaStore::prepare(const InboundRow& row, QObject* context,
                                Callback<QList<mediastore::Target>> done)
{
    m_media.prepare(row, context, std::move(done));
}

void PendingMediaStore::settle(const InboundRow& row, const QList<mediastore::Target>& targets,
                               QObject* context, Callback<std::optional<InboundRow>> done)
{
    m_queue.write<std::optional<InboundRow>>(
        row.profile, [row](Database& db) { return inboundtable::settleMedia(db, row); }, &m_context,
        [this, targets, reply = boundTo<std::optional<InboundRow>>(context, std::move(done))](
            const Result<std::optional<InboundRow>>& stored) {
            if (stored && !*stored) {
                m_media.discard(targets);
            }
            reply(stored);
        });
}

} // namespace zalo
