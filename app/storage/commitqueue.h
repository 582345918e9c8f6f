// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"
#include "core/worker.h"
#include "storage/commitbatch.h"
#include "storage/database.h"

#include <QObject>
#include <QTimer>

namespace zalo {

//! Group commit for one SQLite file that is used on the worker given. It knows nothing of what the
//! jobs do: those that come while the worker is busy are written in one transaction, and each is
//! answered after the commit that holds it.
//!
//! While the file cannot be written (Full: the disk is full, or the error says otherwise) queued
//! writes are kept in memory, in order, and answered when they could be written: that is tried
//! again by itself, and by resume(). A damaged file (Failed) answers every job with its error until
//! it was opened again.
class CommitQueue : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Closed,
        Running,
        Full,
        Failed
    };
    Q_ENUM(State)

    //! What becomes of a write while the file cannot be written.
    enum class WhenFull
    {
        Queue,
        Refuse
    };

    template <typename T> using Job = std::function<Result<T>(Database&)>;

    //! `worker` outlives the queue; a full disk is tried again every `retry`. Nothing is touched
    //! before open().
    CommitQueue(Worker* worker, DatabaseSpec spec, std::chrono::milliseconds retry,
                QObject* parent = nullptr);
    //! What was handed over is written; nobody is answered any more.
    ~CommitQueue() override;

    //! Opens the file and runs `settle` before any other job, in a transaction of its own; it is
    //! closed again where that failed. May be called again after it failed.
    template <typename T> void open(Job<T> settle, QObject* context, Callback<T> done)
    {
        openFile(makeJob({}, std::move(settle), context, std::move(done)));
    }

    //! Queues a job that changes rows of `topic` (empty: nobody's).
    template <typename T>
    void write(const QString& topic, Job<T> job, QObject* context, Callback<T> done,
               WhenFull whenFull = WhenFull::Queue)
    {
        auto queued = makeJob(topic, std::move(job), context, std::move(done));
        queued->isQueued = whenFull == WhenFull::Queue;
        enqueue(std::move(queued));
    }

    //! Queues a job that changes nothing.
    template <typename T> void read(Job<T> job, QObject* context, Callback<T> done)
    {
        auto queued = makeJob({}, std::move(job), context, std::move(done));
        queued->writes = false;
        queued->isQueued = false;
        enqueue(std::move(queued));
    }

    //! Runs `job` between two transactions, where the file is open: what it sees is committed.
    void runBetween(std::function<void(Database&)> job);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Error error() const { return m_error; } //!< of Full and Failed

    //! Tries at once to write what a full disk held up.
    void resume();

    //! Changes DatabaseSpec::maxPages while it runs.
    void setMaxPages(qint64 pages);

    //! Commits since the opening, as the worker last reported them.
    [[nodiscard]] qint64 commits() const { return m_commits; }

signals:
    void stateChanged(zalo::CommitQueue::State state, const zalo::Error& error);
    //! Rows of a topic changed; once a commit.
    void committed(const QString& topic);

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

    Worker* m_worker;
    QString m_path;
    std::shared_ptr<Database> m_database; //!< used on the worker only
    QList<JobPtr> m_queue;
    QTimer m_retry;
    State m_state = State::Closed;
    Error m_error;
    qint64 m_commits = 0;
    bool m_isResuming = false; //!< the next batch tries what is queued
    bool m_isBusy = false; //!< a batch or an opening is on the worker, or being answered
};

} // namespace zalo
