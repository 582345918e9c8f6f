// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/relaystore.h"

#include "core/logging.h"
#include "messagestore/outboundtable.h"
#include "messagestore/relaybatch.h"
#include "messagestore/relayschema.h"

#include <QPointer>
#include <QSet>

#include <algorithm>

namespace zalo {
namespace {

constexpr int MaxBatch = 500; // so that the contacts' jobs on the same worker get their turn
constexpr int MaxQueued = 20'000;

DatabaseSpec specOf(const RelayStoreOptions& options)
{
    return { options.path, relayMigrations(), true, options.busyTimeout, options.maxPages };
}

Result<RelayRecovery> openAndRecover(Database& database, qint64 nowMs)
{
    auto done = database.open();
    if (done) {
        done = database.begin();
    }
    if (!done) {
        return tl::unexpected(done.error());
    }
    Result<RelayRecovery> recovery = outboundtable::recover(database, nowMs);
    if (recovery) {
        if (done = database.commit(); !done) {
            recovery = tl::unexpected(done.error());
        }
    }
    if (!recovery) {
        database.rollback();
        database.close();
    }
    return recovery;
}

} // namespace

RelayStore::RelayStore(Worker* worker, RelayStoreOptions options, Clock clock, QObject* parent)
    : QObject(parent),
      m_worker(worker),
      m_options(std::move(options)),
      m_clock(std::move(clock)),
      m_database(std::make_shared<Database>(specOf(m_options)))
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(m_options.fullRetry);
    connect(&m_retry, &QTimer::timeout, this, &RelayStore::resume);
}

RelayStore::~RelayStore()
{
    // What was handed over is written; nobody is there to be answered any more.
    auto batch = std::make_shared<RelayBatch>();
    batch->operations = m_queue;
    m_worker->post([database = m_database, batch] {
        if (database->isOpen()) {
            batch->run(*database);
        }
        database->close();
    });
}

void RelayStore::open(QObject* context, Reply<RelayRecovery> done)
{
    m_busy = true;
    m_worker->run(
        this,
        [database = m_database, now = m_clock.nowMs()] { return openAndRecover(*database, now); },
        [this, guard = QPointer<QObject>(context), done](Result<RelayRecovery> opened) {
            const QPointer<RelayStore> alive(this);
            if (opened) {
                setState(State::Running);
            } else {
                setState(State::Failed, opened.error());
                failAll(opened.error());
            }
            if (guard && done) {
                done(opened);
            }
            if (alive) {
                m_busy = false;
                flush();
            }
        });
}

void RelayStore::resume()
{
    m_retry.stop();
    m_resuming = m_state == State::StorageFull;
    flush();
}

void RelayStore::setMaxPages(qint64 pages)
{
    m_options.maxPages = pages;
    m_worker->post([database = m_database, pages] { database->setMaxPages(pages); });
}

void RelayStore::enqueue(std::shared_ptr<RelayOperation> operation)
{
    const bool refused = m_state == State::StorageFull && operation->writes
        && (!operation->isQueued || m_queue.size() >= MaxQueued);
    const bool opening = m_busy && m_state != State::StorageFull;
    if (refused || (!opening && (m_state == State::Closed || m_state == State::Failed))) {
        const Error error = m_state == State::Closed
            ? Error { ErrorKind::StorageFailed, m_options.path + QStringLiteral(" (not open)") }
            : m_error;
        QMetaObject::invokeMethod(
            this, [operation, error] { operation->fail(error); }, Qt::QueuedConnection);
        return;
    }
    m_queue.append(std::move(operation));
    flush();
}

void RelayStore::flush()
{
    if (m_busy || (m_queue.isEmpty() && !m_resuming)) {
        return;
    }
    const bool withQueued = std::exchange(m_resuming, false);
    auto batch = std::make_shared<RelayBatch>();
    const bool all = m_state == State::Running || withQueued;
    QList<std::shared_ptr<RelayOperation>> later;
    for (const auto& operation : std::as_const(m_queue)) {
        const bool now = (all || !operation->writes) && batch->operations.size() < MaxBatch;
        (now ? batch->operations : later).append(operation);
    }
    if (batch->operations.isEmpty() && !withQueued) {
        return;
    }
    m_queue = later;
    m_busy = true;
    m_worker->run(
        this, [database = m_database, batch] { batch->run(*database); },
        [this, batch] { finish(batch); });
}

void RelayStore::finish(const std::shared_ptr<RelayBatch>& batch)
{
    m_commits = batch->commits;
    const QPointer<RelayStore> alive(this);
    QSet<QString> profiles;
    if (batch->error) {
        requeue(batch);
    } else {
        const bool wrote = std::any_of(batch->operations.cbegin(), batch->operations.cend(),
                                       [](const auto& operation) { return operation->writes; });
        if (wrote || batch->operations.isEmpty()) {
            setState(State::Running);
        }
        // Calls that the answers make are collected for one further batch: still busy.
        for (const auto& operation : std::as_const(batch->operations)) {
            if (!alive) {
                return;
            }
            operation->answer();
            if (!operation->profile.isEmpty()) {
                profiles.insert(operation->profile);
            }
        }
    }
    for (const QString& profile : std::as_const(profiles)) {
        if (alive) {
            emit changed(profile);
        }
    }
    if (alive) {
        m_busy = false;
        flush();
    }
}

//! Nothing of the batch was written.
void RelayStore::requeue(const std::shared_ptr<RelayBatch>& batch)
{
    const Error error = *batch->error;
    if (error.kind == ErrorKind::StorageDamaged) {
        m_queue = batch->operations + m_queue;
        setState(State::Failed, error);
        failAll(error);
        return;
    }
    const bool onlyReads = std::none_of(batch->operations.cbegin(), batch->operations.cend(),
                                        [](const auto& operation) { return operation->writes; });
    QList<std::shared_ptr<RelayOperation>> kept;
    QList<std::shared_ptr<RelayOperation>> refused;
    const auto concerned = batch->operations + std::exchange(m_queue, {});
    for (qsizetype i = 0; i < concerned.size(); ++i) {
        const auto& operation = concerned.at(i);
        const bool hopeless = onlyReads && i < batch->operations.size();
        const bool stays = operation->writes ? operation->isQueued : !hopeless;
        (stays ? kept : refused).append(operation);
    }
    m_queue = kept;
    m_retry.start();
    const QPointer<RelayStore> alive(this);
    setState(State::StorageFull, error);
    for (const auto& operation : std::as_const(refused)) {
        if (alive) {
            operation->fail(error);
        }
    }
}

void RelayStore::failAll(const Error& error)
{
    const QPointer<RelayStore> alive(this);
    const auto waiting = std::exchange(m_queue, {});
    for (const auto& operation : waiting) {
        if (alive) {
            operation->fail(error);
        }
    }
}

void RelayStore::setState(State state, const Error& error)
{
    if (state == State::Running && m_state == state) {
        return;
    }
    const bool news = state != m_state || error != m_error;
    m_state = state;
    m_error = error;
    if (!news) {
        return;
    }
    if (state == State::Running) {
        qCInfo(lcRelay) << "the relay's store runs";
    } else {
        qCWarning(lcRelay).noquote() << errorText(error, TextLanguage::English);
    }
    emit storageState(state, error);
}

} // namespace zalo
