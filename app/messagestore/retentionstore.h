// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "messagestore/mediastage.h"
#include "storage/commitqueue.h"

namespace zalo {

//! What is deleted, when its time is over or on request.
class RetentionStore
{
public:
    //! All outlive the store.
    RetentionStore(CommitQueue& queue, MediaStage& media, Clock clock);

    //! Deletes finished rows beyond the policy, a bounded number at a time; gives how many. Call it
    //! again while it gives more than 0.
    void prune(const RetentionPolicy& policy, QObject* context, Callback<int> done);
    //! Deletes files of messages that are discarded, or whose outcome came `grace` ago, and files
    //! that nobody's row has named for as long.
    void purgeMedia(std::chrono::milliseconds grace);
    //! Deletes everything of a profile, also what waits.
    void erase(const QString& profile, QObject* context, Callback<void> done);

private:
    CommitQueue& m_queue;
    MediaStage& m_media;
    Clock m_clock;
};

} // namespace zalo
