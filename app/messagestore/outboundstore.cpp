// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/outboundstore.h"

#include "messagestore/outboundtable.h"
#include "messagestore/rowbatch.h"

namespace zalo {

OutboundStore::OutboundStore(CommitQueue& queue, Clock clock)
    : m_queue(queue),
      m_clock(std::move(clock))
{ }

void OutboundStore::enqueue(const OutboundRow& row, QObject* context,
                            Callback<EnqueuedOutbound> done)
{
    m_queue.write<EnqueuedOutbound>(
        row.profile, [row](Database& db) { return outboundtable::enqueue(db, row); }, context,
        std::move(done), CommitQueue::WhenBlocked::Refuse);
}

void OutboundStore::byKey(const QString& owner, const QString& key, QObject* context,
                          Callback<std::optional<OutboundRow>> done)
{
    m_queue.read<std::optional<OutboundRow>>(
        [=](Database& db) { return outboundtable::byKey(db, owner, key); }, context,
        std::move(done));
}

void OutboundStore::committedByKey(const QString& owner, const QString& key, QObject* context,
                                   Callback<std::optional<OutboundRow>> done)
{
    m_queue.readAside<std::optional<OutboundRow>>(
        [=](Database& db) { return outboundtable::byKey(db, owner, key); }, context,
        std::move(done));
}

void OutboundStore::byId(qint64 id, QObject* context, Callback<std::optional<OutboundRow>> done)
{
    m_queue.read<std::optional<OutboundRow>>(
        [id](Database& db) { return outboundtable::byId(db, id); }, context, std::move(done));
}

void OutboundStore::queued(QObject* context, Callback<QList<OutboundRow>> done)
{
    m_queue.read<QList<OutboundRow>>(&outboundtable::queued, context, std::move(done));
}

void OutboundStore::markStarted(const QString& profile, qint64 id, int ordinal, QObject* context,
                                Callback<OutboundRow> done)
{
    m_queue.write<OutboundRow>(
        profile,
        [id, ordinal, now = m_clock.nowMs()](Database& db) {
            return outboundtable::markStarted(db, id, ordinal, now);
        },
        context, std::move(done));
}

void OutboundStore::requeue(const QString& profile, qint64 id, QObject* context,
                            Callback<void> done)
{
    m_queue.write<void>(
        profile, [id](Database& db) { return outboundtable::requeue(db, id); }, context,
        std::move(done));
}

void OutboundStore::finishPart(const QString& profile, qint64 id, int ordinal, OutboundState state,
                               const QStringList& messageIds, QObject* context, Callback<void> done)
{
    m_queue.write<void>(
        profile,
        [=](Database& db) { return outboundtable::finishPart(db, id, ordinal, state, messageIds); },
        context, std::move(done));
}

void OutboundStore::finish(const QString& profile, qint64 id, OutboundState state,
                           const std::optional<Error>& error, QObject* context,
                           Callback<OutboundRow> done)
{
    m_queue.write<OutboundRow>(
        profile,
        [=, now = m_clock.nowMs()](Database& db) {
            return outboundtable::finish(db, id, state, error, now);
        },
        context, std::move(done));
}

void OutboundStore::finishWithPart(const QString& profile, qint64 id, int ordinal,
                                   const OutboundPartRow& part, const std::optional<Error>& error,
                                   QObject* context, Callback<OutboundRow> done)
{
    m_queue.write<OutboundRow>(
        profile,
        [=, now = m_clock.nowMs()](Database& db) {
            return outboundtable::finishPart(db, id, ordinal, part.state, part.messageIds)
                .and_then([&] { return outboundtable::finish(db, id, part.state, error, now); });
        },
        context, std::move(done));
}

void OutboundStore::settle(const QString& profile, qint64 id, SendSettlement how, QObject* context,
                           Callback<bool> done)
{
    m_queue.write<bool>(
        profile,
        [id, how, now = m_clock.nowMs()](Database& db) {
            return outboundtable::settle(db, id, how, now);
        },
        context, std::move(done));
}

void OutboundStore::dismiss(const QString& profile, const QList<qint64>& ids, QObject* context,
                            Callback<int> done)
{
    changeRows(
        m_queue, profile, ids,
        [](Database& db, qint64 id) { return outboundtable::dismiss(db, id); }, &m_context,
        boundTo<int>(context, std::move(done)));
}

} // namespace zalo
