// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"
#include "core/worker.h"
#include "storage/commitbatch.h"
#include "storage/databasereader.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace zalo {

//! How a CommitQueue goes on where the file cannot be written.
struct WriteRetry
{
    std::chrono::milliseconds interval { 5'000 }; //!< it is tried again this often
    std::chrono::milliseconds lockInterval { 250 }; //!< while another program holds the file
    //! So long such a lock is waited for; what lasts longer is told, and refused.
    std::chrono::milliseconds patience { 30'000 };
};

//! Group commit for one SQLite file that is used on the worker given. It knows nothing of what the
//! jobs do: those that come while the worker is busy are written in one transaction, and each is
//! answered after the commit that holds it.
//!
//! Where another program holds the file for a while (Waiting) every job waits in its place: nobody
//! is refused, and nothing is lost. While the file cannot be written (Blocked: the error says why)
//! queued writes are kept in memory, in order, and answered when they could be written. Both are
//! tried again by themselves, and by resume(). A damaged file (Failed) answers every job with its
//! error until it was opened again.
class CommitQueue : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Closed,
        Running,
        Waiting,
        Blocked,
        Failed
    };
    Q_ENUM(State)

    //! What becomes of a write while the file cannot be written (Blocked).
    enum class WhenBlocked
    {
        Queue,
        Refuse
    };

    template <typename T> using Job = std::function<Result<T>(Database&)>;

    //! `worker` outlives the queue. Nothing is touched before open().
    CommitQueue(Worker* worker, DatabaseSpec spec, WriteRetry retry, QObject* parent = nullptr);
    //! What was handed over is written; nobody is answered any more.
    ~CommitQueue() override;

    //! `digest` tells what changed with each commit; it is short, for every commit waits for it.
    void setDigest(CommitDigest digest) { m_digest = std::move(digest); }

    //! Opens the file and runs `settle` before any other job, in a transaction of its own; it is
    //! closed again where that failed. May be called again after it failed.
    template <typename T> void open(Job<T> settle, QObject* context, Callback<T> done)
    {
        openFile(makeJob({}, std::move(settle), context, std::move(done)));
    }

    //! Queues a job that changes rows of `topic` (empty: nobody's).
    template <typename T>
    void write(const QString& topic, Job<T> job, QObject* context, Callback<T> done,
               WhenBlocked whenBlocked = WhenBlocked::Queue)
    {
        auto queued = makeJob(topic, std::move(job), context, std::move(done));
        queued->isQueued = whenBlocked == WhenBlocked::Queue;
        enqueue(std::move(queued));
    }

    //! Runs a job that changes nothing beside the commits (DatabaseReader). It sees what was
    //! answered before, and perhaps not what is still queued.
    template <typename T> void readAside(Job<T> job, QObject* context, Callback<T> done)
    {
        if (m_state == State::Closed || m_state == State::Failed) {
            read(std::move(job), context, std::move(done));
        } else {
            m_reader->read(std::move(job), context, std::move(done));
        }
    }

    //! Queues a job that changes nothing, behind what was queued before.
    template <typename T> void read(Job<T> job, QObject* context, Callback<T> done)
    {
        auto queued = makeJob({}, std::move(job), context, std::move(done));
        queued->writes = false;
        queued->isQueued = false;
        enqueue(std::move(queued));
    }

    [[nodiscard]] State state() const { return m_state; }
    //! Nothing waits to be written or read.
    [[nodiscard]] bool isIdle() const
    {
        return m_state == State::Running && !m_isBusy && m_queue.isEmpty();
    }
    [[nodiscard]] Error error() const { return m_error; } //!< of Waiting, Blocked and Failed

    //! Tries at once to write what was held up.
    void resume();

    //! Changes DatabaseSpec::maxPages while it runs.
    void setMaxPages(qint64 pages);

    //! Commits since the opening, as the worker last reported them.
    [[nodiscard]] qint64 commits() const { return m_commits; }

signals:
    void stateChanged(zalo::CommitQueue::State state, const zalo::Error& error);
    //! Rows of a topic changed; once a commit. `digest` is setDigest()'s, as of this commit.
    void committed(const QString& topic, const QVariant& digest);

private:
    using JobPtr = std::shared_ptr<CommitJob>;

    template <typename T>
    static JobPtr makeJob(const QString& topic, Job<T> job, QObject* context, Callback<T> done)
    {
        auto result = std::make_shared<Result<T>>(failure(ErrorKind::Internal));
        const Callback<T> reply = boundTo<T>(context, std::move(done));
        auto made = std::make_shared<CommitJob>();
        made->topic = topic;
        made->work = [result, job = std::move(job)](Database& database) {
            *result = job(database);
            return *result ? std::optional<Error>() : result->error();
        };
        made->answer = [result, reply] { reply(std::move(*result)); };
        made->fail = [reply](const Error& error) { reply(tl::unexpected(error)); };
        return made;
    }

    void openFile(const JobPtr& settle);
    void enqueue(JobPtr job);
    void flush();
    void finish(const std::shared_ptr<CommitBatch>& batch);
    void requeue(const std::shared_ptr<CommitBatch>& batch);
    void failAll(const Error& error);
    void setState(State state, const Error& error = {});
    [[nodiscard]] bool isHeldUp() const
    {
        return m_state == State::Waiting || m_state == State::Blocked;
    }

    Worker* m_worker;
    QString m_path;
    std::shared_ptr<Database> m_database; //!< used on the worker only
    std::unique_ptr<DatabaseReader> m_reader;
    CommitDigest m_digest;
    QList<JobPtr> m_queue;
    WriteRetry m_pace;
    QTimer m_retry;
    QElapsedTimer m_locked; //!< valid from the first refusal of a lock to the next success
    State m_state = State::Closed;
    Error m_error;
    qint64 m_commits = 0;
    bool m_isResuming = false; //!< the next batch tries what is queued
    bool m_isBusy = false; //!< a batch or an opening is on the worker, or being answered
};

} // namespace zalo
