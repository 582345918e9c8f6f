// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMetaObject>
#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <type_traits>
#include <utility>

namespace zalo {

//! One thread with an event loop that runs jobs in order, away from the GUI thread. SQLite has one,
//! the parsing of big outputs another. Jobs still queued at destruction are run first, so what was
//! handed over is written.
class Worker
{
public:
    //! `name` is the thread's name in debuggers. The thread starts with the first job.
    explicit Worker(const QString& name);
    ~Worker();

    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    //! Runs `job()` on the worker, then `done(result)` on `context`'s thread, unless `context` has
    //! been destroyed meanwhile (the job runs all the same). Call it on `context`'s thread.
    template <typename Job, typename Done> void run(QObject* context, Job job, Done done)
    {
        using Value = std::invoke_result_t<Job>;
        post([this, guard = QPointer<QObject>(context), job = std::move(job),
              done = std::move(done)]() mutable {
            if constexpr (std::is_void_v<Value>) {
                job();
                answer([guard, done = std::move(done)]() mutable {
                    if (guard) {
                        done();
                    }
                });
            } else {
                answer([guard, done = std::move(done), value = job()]() mutable {
                    if (guard) {
                        done(std::move(value));
                    }
                });
            }
        });
    }

    //! Runs `job()` on the worker, with nobody waiting for it.
    void post(std::function<void()> job);

private:
    void answer(std::function<void()> reply);

    QThread m_thread;
    QObject m_inThread; //!< lives in the worker's thread: jobs are its events
    QObject m_outside; //!< lives in the thread that made the worker: answers are its events
};

} // namespace zalo
