// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/mediastage.h"
#include "storage/commitqueue.h"

namespace zalo {

//! The messages of which files are still to be fetched.
class PendingMediaStore
{
public:
    //! Both outlive the store.
    PendingMediaStore(CommitQueue& queue, MediaStage& media);

    //! Those whose next try comes first; at most `limit`.
    void first(int limit, QObject* context, Callback<QList<InboundRow>> done);
    //! What of a message is to be fetched, and where each file is to be written: the folder is
    //! there.
    void prepare(const InboundRow& row, QObject* context, Callback<QList<mediastore::Target>> done);
    //! Stores the payload of a row with what came of its files, and whether and when more is to be
    //! tried (its `wantsMedia`, `mediaTries` and `nextMediaMs`). Gives the row as it is then, or
    //! nothing where nobody wants the files any more: those of `targets` are deleted.
    void settle(const InboundRow& row, const QList<mediastore::Target>& targets, QObject* context,
                Callback<std::optional<InboundRow>> done);

private:
    CommitQueue& m_queue;
    MediaStage& m_media;
    QObject m_context; //!< answers come while it lives
};

} // namespace zalo
