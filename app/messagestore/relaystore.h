// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/accountstore.h"
#include "messagestore/activitystore.h"
#include "messagestore/conversationstore.h"
#include "messagestore/inboundstore.h"
#include "messagestore/outboundstore.h"
#include "messagestore/pendingmediastore.h"
#include "messagestore/profilestore.h"
#include "messagestore/retentionstore.h"
#include "messagestore/sessionstore.h"

namespace zalo {

struct RelayStoreOptions
{
    QString path; //!< relay.sqlite in the private data folder
    //! SQLite's own wait for a lock; what uses the same worker waits with it.
    std::chrono::milliseconds busyTimeout { 500 };
    WriteRetry retry = {};
    qint64 maxPages = 0; //!< see DatabaseSpec
    QString mediaFolder = {}; //!< for files of messages (mediastore.h); empty: they stay zca's
    FileGuard mediaGuard = FileGuard(); //!< which files zca may name
};

//! The relay's durable memory: one SQLite file, its queue of commits, and the stores by concern
//! that share them.
class RelayStore
{
public:
    //! `worker` outlives the store. Nothing is touched before open().
    RelayStore(Worker* worker, const RelayStoreOptions& options, const Clock& clock = {});

    //! Opens the file and settles what the last run left: sends under way become uncertain, queued
    //! ones past their deadline failed. May be called again after it failed.
    void open(QObject* context, Callback<RelayRecovery> done);

    [[nodiscard]] CommitQueue& queue() { return m_queue; }
    [[nodiscard]] InboundStore& inbound() { return m_inbound; }
    [[nodiscard]] PendingMediaStore& pendingMedia() { return m_pendingMedia; }
    [[nodiscard]] OutboundStore& outbound() { return m_outbound; }
    [[nodiscard]] AccountStore& accounts() { return m_accounts; }
    [[nodiscard]] ActivityStore& activity() { return m_activity; }
    [[nodiscard]] ConversationStore& conversations() { return m_conversations; }
    [[nodiscard]] SessionStore& sessions() { return m_sessions; }
    [[nodiscard]] ProfileStore& profiles() { return m_profiles; }
    [[nodiscard]] RetentionStore& retention() { return m_retention; }

private:
    CommitQueue m_queue;
    MediaStage m_media;
    Clock m_clock;
    InboundStore m_inbound;
    PendingMediaStore m_pendingMedia;
    OutboundStore m_outbound;
    AccountStore m_accounts;
    ActivityStore m_activity;
    ConversationStore m_conversations;
    SessionStore m_sessions;
    ProfileStore m_profiles;
    RetentionStore m_retention;
};

} // namespace zalo
