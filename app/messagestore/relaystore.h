// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/reply.h"
#include "core/worker.h"
#include "messagestore/relayrows.h"
#include "storage/database.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>

namespace zalo {

struct RelayBatch;
struct RelayOperation;

struct RelayStoreOptions
{
    QString path; //!< relay.sqlite in the private data folder
    std::chrono::milliseconds busyTimeout { 2000 };
    std::chrono::milliseconds fullRetry { 5000 }; //!< a full disk is tried again this often
    qint64 maxPages = 0; //!< see DatabaseSpec
    QString mediaFolder = {}; //!< for files of messages (mediastore.h); empty: they stay zca's
};

//! The relay's durable memory: one SQLite file, used on the worker given. Calls that come while the
//! worker is busy are written in one transaction; each is answered after the commit that holds it.
//!
//! While the file cannot be written (StorageFull: the disk is full, or the error says otherwise)
//! what was handed over is kept in memory, in order, and answered when it could be written: that is
//! tried again by itself, and by resume(). Only new outbound messages are refused. A damaged file
//! (Failed) answers every call with its error until it was opened again.
class RelayStore : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Closed,
        Running,
        StorageFull,
        Failed
    };
    Q_ENUM(State)

    //! `worker` outlives the store. Nothing is touched before open().
    RelayStore(Worker* worker, RelayStoreOptions options, Clock clock = {},
               QObject* parent = nullptr);
    ~RelayStore() override;

    //! Opens the file and settles what the last run left: sends under way become uncertain, queued
    //! ones past their deadline failed. May be called again after it failed.
    void open(QObject* context, Reply<RelayRecovery> done);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Error error() const { return m_error; } //!< of StorageFull and Failed

    //! Tries at once to write what a full disk held up.
    void resume();

    // Inbound

    //! Stores a message as waiting, and its files before it; false when (profile, msgId) is there
    //! already.
    void appendInbound(const InboundRow& row, QObject* context, Reply<bool> done);
    //! Threads with rows that may be delivered: received at or after `minReceivedMs`, or released.
    void waitingLanes(const QString& profile, qint64 minReceivedMs, QObject* context,
                      Reply<QList<WaitingLane>> done);
    //! The oldest such row of a thread.
    void nextWaiting(const QString& profile, const ThreadRef& thread, qint64 minReceivedMs,
                     QObject* context, Reply<std::optional<InboundRow>> done);
    //! The highest seq of all, 0 without rows.
    void lastSeq(QObject* context, Reply<qint64> done);
    void markAccepted(const QString& profile, qint64 seq, QObject* context, Reply<void> done);
    //! A failed try: `attempts` counts it.
    void recordAttempt(const QString& profile, qint64 seq, int attempts, qint64 nextAttemptMs,
                       const Error& error, QObject* context, Reply<void> done);
    void markDead(const QString& profile, qint64 seq, int attempts, const Error& error,
                  QObject* context, Reply<void> done);
    //! Makes a waiting or dead row be delivered, however old; gives it, or nothing when it is
    //! neither.
    void release(const QString& profile, qint64 seq, QObject* context,
                 Reply<std::optional<InboundRow>> done);
    //! A waiting or dead row is never delivered; gives it, or nothing when it is neither.
    void discard(const QString& profile, qint64 seq, QObject* context,
                 Reply<std::optional<InboundRow>> done);
    //! What the Gateway did with a message; repeatable, the last one counts. False: no such
    //! message.
    void recordOutcome(const QString& profile, const QString& msgId, InboundOutcome outcome,
                       const QString& reason, QObject* context, Reply<bool> done);

    // Outbound

    //! Stores `row` as queued, or gives the one that has this (owner, key) already.
    struct Enqueued
    {
        OutboundRow row;
        bool inserted = false;
    };
    void enqueueOutbound(const OutboundRow& row, QObject* context, Reply<Enqueued> done);
    void outbound(const QString& owner, const QString& key, QObject* context,
                  Reply<std::optional<OutboundRow>> done);
    void outboundById(qint64 id, QObject* context, Reply<std::optional<OutboundRow>> done);
    //! Queued rows of all profiles in order of arrival, without their texts.
    void queuedOutbound(QObject* context, Reply<QList<OutboundRow>> done);
    //! Part `ordinal` is about to be handed to zca; the message counts as sending from the first
    //! on.
    void markStarted(const QString& profile, qint64 id, int ordinal, QObject* context,
                     Reply<void> done);
    //! How a part ended.
    void finishPart(const QString& profile, qint64 id, int ordinal, OutboundState state,
                    const QStringList& messageIds, QObject* context, Reply<void> done);
    //! How the message ended; parts still queued become failed. Gives the final row.
    void finishOutbound(const QString& profile, qint64 id, OutboundState state,
                        const std::optional<Error>& error, QObject* context,
                        Reply<OutboundRow> done);

    // Everything else

    void counts(const QString& profile, QObject* context, Reply<RelayCounts> done);
    void activity(const ActivityQuery& query, QObject* context, Reply<ActivityList> done);
    //! Opens a gap, or does nothing while one is open.
    void openGap(const QString& profile, qint64 fromMs, const QString& cause, QObject* context,
                 Reply<void> done);
    //! Closes the open gap, if there is one.
    void closeGap(const QString& profile, qint64 toMs, QObject* context, Reply<void> done);
    //! The newest `limit` gaps, newest first, without those of renewals that went well.
    void gaps(const QString& profile, int limit, QObject* context,
              Reply<QList<ConnectionGap>> done);
    //! Stores a change of a session; the oldest beyond a bound go.
    void recordSessionEvent(const SessionEvent& row, QObject* context, Reply<void> done);
    //! The newest `limit` changes that are not routine, newest first.
    void sessionEvents(const QString& profile, int limit, QObject* context,
                       Reply<QList<SessionEvent>> done);
    void profileState(const QString& profile, QObject* context, Reply<ProfileState> done);
    //! Profiles that may not send, and until when.
    void coolDowns(QObject* context, Reply<QHash<QString, qint64>> done);
    void setCoolDown(const QString& profile, qint64 untilMs, QObject* context, Reply<void> done);
    void setLastVerified(const QString& profile, qint64 ms, QObject* context, Reply<void> done);
    //! Paused threads of all profiles.
    void pausedThreads(QObject* context, Reply<QList<LaneKey>> done);
    void setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused,
                         QObject* context, Reply<void> done);
    //! Deletes finished rows beyond the policy, a bounded number at a time; gives how many. Call it
    //! again while it gives more than 0.
    void prune(const RetentionPolicy& policy, QObject* context, Reply<int> done);
    //! Deletes files of messages that are discarded, or whose outcome came `grace` ago, and files
    //! that nobody's row has named for as long.
    void purgeMedia(std::chrono::milliseconds grace);
    //! Deletes everything of a profile, also what waits.
    void erase(const QString& profile, QObject* context, Reply<void> done);

    //! Changes RelayStoreOptions::maxPages while it runs.
    void setMaxPages(qint64 pages);

    //! Commits since the opening, as the worker last reported them.
    [[nodiscard]] qint64 commits() const { return m_commits; }

signals:
    void storageState(zalo::RelayStore::State state, const zalo::Error& error);
    //! Rows of a profile changed; once a commit.
    void changed(const QString& profile);

private:
    //! What becomes of a call while the file cannot be written.
    enum class WhenFull
    {
        Queue,
        Refuse,
        Read
    };

    template <typename T>
    void submit(WhenFull whenFull, const QString& profile, std::function<Result<T>(Database&)> job,
                QObject* context, Reply<T> done);
    void enqueue(std::shared_ptr<RelayOperation> operation);
    void flush();
    void finish(const std::shared_ptr<RelayBatch>& batch);
    void requeue(const std::shared_ptr<RelayBatch>& batch);
    void failAll(const Error& error);
    void setState(State state, const Error& error = {});

    Worker* m_worker;
    RelayStoreOptions m_options;
    Clock m_clock;
    std::shared_ptr<Database> m_database; //!< used on the worker only
    QList<std::shared_ptr<RelayOperation>> m_queue;
    QTimer m_retry;
    State m_state = State::Closed;
    Error m_error;
    qint64 m_commits = 0;
    bool m_resuming = false; //!< the next batch tries what is held
    bool m_busy = false; //!< a batch or an opening is on the worker, or being answered
};

} // namespace zalo
