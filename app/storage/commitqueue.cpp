// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "storage/commitqueue.h"

#include "core/logging.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr int MaxBatch = 500; // so that other jobs on the same worker get their turn
constexpr int MaxQueued = 20'000;

std::optional<Error> openAndSettle(Database& database, CommitJob& settle)
{
    auto done = database.open();
    if (done) {
        done = database.begin();
    }
    if (!done) {
        return done.error();
    }
    std::optional<Error> error = settle.work(database);
    if (!error) {
        if (done = database.commit(); !done) {
            error = done.error();
        }
    }
    if (error) {
        database.rollback();
        database.close();
    }
    return error;
}

} // namespace

CommitQueue::CommitQueue(Worker* worker, DatabaseSpec spec, WriteRetry retry, QObject* parent)
    : QObject(parent),
      m_worker(worker),
      m_path(spec.path),
      m_database(std::make_shared<Database>(spec)),
      m_reader(std::make_unique<DatabaseReader>(std::move(spec))),
      m_pace(retry)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &CommitQueue::resume);
}

CommitQueue::~CommitQueue()
{
    m_reader.reset(); // the last one to close takes the log away, and it must be able to write
    auto batch = std::make_shared<CommitBatch>();
    batch->jobs = m_queue;
    m_worker->post([database = m_database, batch] {
        if (database->isOpen()) {
            batch->run(*database);
        }
        database->close();
    });
}

void CommitQueue::openFile(const JobPtr& settle)
{
    m_isBusy = true;
    m_worker->run(
        this, [database = m_database, settle] { return openAndSettle(*database, *settle); },
        [this, settle](const std::optional<Error>& error) {
            const QPointer<CommitQueue> alive(this);
            if (error) {
                setState(State::Failed, *error);
                failAll(*error);
                settle->fail(*error);
            } else {
                setState(State::Running);
                settle->answer();
            }
            if (alive) {
                m_isBusy = false;
                flush();
            }
        });
}

void CommitQueue::resume()
{
    m_retry.stop();
    m_isResuming = isHeldUp();
    flush();
}

void CommitQueue::setMaxPages(qint64 pages)
{
    m_worker->post([database = m_database, pages] { database->setMaxPages(pages); });
}

void CommitQueue::enqueue(JobPtr job)
{
    const bool isRefused = isHeldUp() && job->writes
        && ((m_state == State::Blocked && !job->isQueued) || m_queue.size() >= MaxQueued);
    const bool isOpening = m_isBusy && !isHeldUp();
    if (isRefused || (!isOpening && (m_state == State::Closed || m_state == State::Failed))) {
        const Error error = m_state == State::Closed
            ? Error { ErrorKind::StorageFailed, m_path + u" (not open)" }
            : m_error;
        QMetaObject::invokeMethod(
            this, [job, error] { job->fail(error); }, Qt::QueuedConnection);
        return;
    }
    m_queue.append(std::move(job));
    flush();
}

void CommitQueue::flush()
{
    if (m_isBusy || (m_queue.isEmpty() && !m_isResuming)) {
        return;
    }
    const bool isResuming = std::exchange(m_isResuming, false);
    auto batch = std::make_shared<CommitBatch>();
    batch->isTrial = isResuming;
    batch->digest = m_digest;
    const bool mayWrite = m_state == State::Running || isResuming;
    const bool mayRead = mayWrite || m_state == State::Blocked;
    QList<JobPtr> later;
    for (const JobPtr& job : std::as_const(m_queue)) {
        const bool isNext = (job->writes ? mayWrite : mayRead) && batch->jobs.size() < MaxBatch;
        (isNext ? batch->jobs : later).append(job);
    }
    if (batch->jobs.isEmpty() && !isResuming) {
        return;
    }
    m_queue = later;
    m_isBusy = true;
    m_worker->run(
        this, [database = m_database, batch] { batch->run(*database); },
        [this, batch] { finish(batch); });
}

void CommitQueue::finish(const std::shared_ptr<CommitBatch>& batch)
{
    m_commits = batch->commits;
    const QPointer<CommitQueue> alive(this);
    if (batch->error) {
        requeue(batch);
    } else {
        if (batch->hasWrites()) {
            setState(State::Running);
        }
        // Jobs that the answers queue are collected for one further batch: still busy.
        for (const JobPtr& job : std::as_const(batch->jobs)) {
            if (!alive) {
                return;
            }
            job->answer();
        }
        for (auto it = batch->digests.cbegin(); alive && it != batch->digests.cend(); ++it) {
            emit committed(it.key(), it.value());
        }
    }
    if (alive) {
        m_isBusy = false;
        flush();
    }
}

//! Nothing of the batch was written.
void CommitQueue::requeue(const std::shared_ptr<CommitBatch>& batch)
{
    const Error error = *batch->error;
    if (error.kind == ErrorKind::StorageDamaged) {
        m_queue = batch->jobs + m_queue;
        setState(State::Failed, error);
        failAll(error);
        return;
    }
    const bool isLocked = error.kind == ErrorKind::StorageLocked;
    if (isLocked && !m_locked.isValid()) {
        m_locked.start();
    }
    if (isLocked && m_state != State::Blocked && !m_locked.hasExpired(m_pace.patience.count())) {
        m_queue = batch->jobs + m_queue;
        m_retry.start(m_pace.lockInterval);
        setState(State::Waiting, error);
        return;
    }
    const bool onlyReads = !batch->hasWrites();
    QList<JobPtr> kept;
    QList<JobPtr> refused;
    const auto concerned = batch->jobs + std::exchange(m_queue, {});
    for (qsizetype i = 0; i < concerned.size(); ++i) {
        const JobPtr& job = concerned.at(i);
        const bool isHopeless = onlyReads && i < batch->jobs.size();
        const bool stays = job->writes ? job->isQueued : !isHopeless;
        (stays ? kept : refused).append(job);
    }
    m_queue = kept;
    m_retry.start(m_pace.interval);
    const QPointer<CommitQueue> alive(this);
    setState(State::Blocked, error);
    for (const JobPtr& job : std::as_const(refused)) {
        if (alive) {
            job->fail(error);
        }
    }
}

void CommitQueue::failAll(const Error& error)
{
    const QPointer<CommitQueue> alive(this);
    const auto waiting = std::exchange(m_queue, {});
    for (const JobPtr& job : waiting) {
        if (alive) {
            job->fail(error);
        }
    }
}

void CommitQueue::setState(State state, const Error& error)
{
    if (state == State::Running && m_state == state) {
        return;
    }
    const bool isNews = state != m_state || error != m_error;
    m_state = state;
    m_error = error;
    if (!isNews) {
        return;
    }
    switch (state) {
    case State::Running:
        m_locked.invalidate();
        qCInfo(lcRelay).noquote() << m_path << "is open";
        break;
    case State::Waiting:
        qCInfo(lcRelay).noquote() << m_path << "is held by another program; writes wait";
        break;
    case State::Closed:
    case State::Blocked:
    case State::Failed:
        qCWarning(lcRelay).noquote() << errorText(error, TextLanguage::English);
        break;
    }
    emit stateChanged(state, error);
}

} // namespace zalo
