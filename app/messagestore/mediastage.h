// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/worker.h"
#include "messagestore/mediastore.h"
#include "messagestore/relayrows.h"
#include "storage/commitqueue.h"

#include <QHash>
#include <QObject>
#include <QQueue>

#include <functional>
#include <memory>

namespace zalo {

//! What happens to the files of messages, on a thread of its own: a copy of many megabytes, or of a
//! disk that is slow, holds up no commit but its own message's, and those behind it in its thread.
class MediaStage
{
public:
    //! Goes on with a row. `isKept`: its files are, or are none; else the disk has no room, and
    //! whoever writes the row has to try again (mediastore::keep()).
    using Next = std::function<void(const InboundRow& row, bool isKept)>;

    //! `folder` and `guard` as RelayStoreOptions::mediaFolder and mediaGuard.
    MediaStage(QString folder, FileGuard guard);

    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] const FileGuard& guard() const { return m_guard; }

    //! Keeps the row's files, then calls `next`: at once where there is nothing to keep (what is
    //! still to be fetched is not) and nothing to wait for. Rows of one thread come out in the
    //! order in which they came in.
    void pass(const InboundRow& row, Next next);

    //! Calls `next` once all rows that are here now have gone on; at once where there are none.
    void afterThese(std::function<void()> next);

    //! As PendingMediaStore::prepare().
    void prepare(const InboundRow& row, QObject* context, Callback<QList<mediastore::Target>> done);
    //! Deletes what was fetched for nobody.
    void discard(const QList<mediastore::Target>& targets);

    //! Deletes files that are older than `beforeMs` and that, by the rows in `queue`, nobody needs.
    void purge(CommitQueue& queue, qint64 beforeMs);

private:
    struct Entry
    {
        InboundRow row;
        Next next;
        bool isDone = false;
        bool isKept = true;
    };
    using Lane = QPair<QString, ThreadRef>; //!< profile, thread
    using EntryPtr = std::shared_ptr<Entry>;

    void start(const EntryPtr& entry);
    void release(const Lane& lane);

    QString m_folder;
    FileGuard m_guard;
    QHash<Lane, QQueue<EntryPtr>> m_lanes; //!< only those that wait
    QObject m_context; //!< answers come while it lives
    Worker m_worker;
};

} // namespace zalo
