// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"
#include "storage/commitqueue.h"

#include <QHash>

namespace zalo {

//! What is kept of a whole profile: its times, pauses and counts.
class ProfileStore
{
public:
    //! `queue` outlives the store.
    explicit ProfileStore(CommitQueue& queue);

    void counts(const QString& profile, QObject* context, Callback<RelayCounts> done);
    void state(const QString& profile, QObject* context, Callback<ProfileState> done);
    //! Profiles that may not send, and until when.
    void coolDowns(QObject* context, Callback<QHash<QString, qint64>> done);
    void setCoolDown(const QString& profile, qint64 untilMs, QObject* context, Callback<void> done);
    void setLastVerified(const QString& profile, qint64 ms, QObject* context, Callback<void> done);
    //! Paused threads of all profiles.
    void pausedThreads(QObject* context, Callback<QList<LaneKey>> done);
    void setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused,
                         QObject* context, Callback<void> done);

private:
    CommitQueue& m_queue;
};

} // namespace zalo
