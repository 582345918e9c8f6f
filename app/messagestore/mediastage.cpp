// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/mediastage.h"

#include "messagestore/inboundtable.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace zalo {

MediaStage::MediaStage(QString folder, FileGuard guard)
    : m_folder(std::move(folder)),
      m_guard(std::move(guard)),
      m_worker(u"media"_s)
{ }

void MediaStage::pass(const InboundRow& row, Next next)
{
    const Lane lane { row.profile, row.thread };
    const bool hasFiles = !m_folder.isEmpty() && mediastore::hasFiles(row.payload);
    const auto waiting = m_lanes.find(lane);
    if (!hasFiles && waiting == m_lanes.end()) {
        next(row, true);
        return;
    }
    auto entry = std::make_shared<Entry>(Entry { row, std::move(next), !hasFiles, true });
    m_lanes[lane].enqueue(entry);
    if (hasFiles) {
        start(entry);
    }
}

void MediaStage::start(const EntryPtr& entry)
{
    m_worker.run(
        &m_context,
        [folder = m_folder, guard = m_guard, row = entry->row] {
            return mediastore::keep(folder, guard, row);
        },
        [this, entry](const Result<QJsonObject>& payload) {
            entry->isDone = true;
            entry->isKept = payload.has_value();
            if (payload) {
                entry->row.payload = *payload;
            }
            release({ entry->row.profile, entry->row.thread });
        });
}

//! Lets those go that wait for nobody any more.
void MediaStage::release(const Lane& lane)
{
    QQueue<EntryPtr>& waiting = m_lanes[lane];
    while (!waiting.isEmpty() && waiting.head()->isDone) {
        const EntryPtr entry = waiting.dequeue();
        entry->next(entry->row, entry->isKept);
    }
    if (waiting.isEmpty()) {
        m_lanes.remove(lane);
    }
}

void MediaStage::afterThese(std::function<void()> next)
{
    if (m_lanes.isEmpty()) {
        next();
        return;
    }
    // The worker takes its jobs, and gives their answers, in order.
    m_worker.run(
        &m_context, [] { return true; }, [next = std::move(next)](bool) { next(); });
}

void MediaStage::prepare(const InboundRow& row, QObject* context,
                         Callback<QList<mediastore::Target>> done)
{
    m_worker.run(
        context, [folder = m_folder, row] { return mediastore::targets(folder, row); },
        std::move(done));
}

void MediaStage::discard(const QList<mediastore::Target>& targets)
{
    m_worker.post([targets] {
        for (const mediastore::Target& target : targets) {
            QFile::remove(target.file);
        }
    });
}

void MediaStage::purge(CommitQueue& queue, qint64 beforeMs)
{
    if (m_folder.isEmpty()) {
        return;
    }
    using Files = QList<mediastore::File>;
    m_worker.run(
        &m_context, [folder = m_folder] { return mediastore::list(folder); },
        [this, &queue, beforeMs](const Files& files) {
            queue.readAside<Files>(
                [files, beforeMs](Database& db) -> Result<Files> {
                    Files useless;
                    for (const mediastore::File& file : files) {
                        const auto needs = inboundtable::needsMedia(db, file.msgId, beforeMs);
                        if (!needs) {
                            return tl::unexpected(needs.error());
                        }
                        if (!needs->value_or(file.sinceMs > beforeMs)) {
                            useless.append(file);
                        }
                    }
                    return useless;
                },
                &m_context,
                [this](const Result<Files>& useless) {
                    m_worker.post([files = useless.value_or(Files())] {
                        for (const mediastore::File& file : files) {
                            mediastore::remove(file);
                        }
                    });
                });
        });
}

} // namespace zalo
